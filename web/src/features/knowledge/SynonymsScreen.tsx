import { Button, Skeleton, TagsInput } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPlus, IconTrash, IconWords } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import classes from './Synonyms.module.css'

interface Groups {
  groups: string[][]
}

const synonymsQuery = queryOptions({
  queryKey: ['synonyms'],
  queryFn: async () => (await api.get<Groups>('/search/synonyms')).groups,
})

export function SynonymsScreen() {
  const { t } = useTranslation()
  const synonyms = useQuery({ ...synonymsQuery, refetchOnWindowFocus: false })
  return (
    <Page title={t('synonyms.title')} description={t('synonyms.text')}>
      {synonyms.isPending && <Skeleton height={160} radius="md" />}
      {synonyms.isError && (
        <ProblemNotice error={synonyms.error} onRetry={() => void synonyms.refetch()} />
      )}
      {synonyms.data && <Editor saved={synonyms.data} />}
    </Page>
  )
}

interface Draft {
  /** Keeps a row's identity while others come and go. */
  id: number
  words: string[]
}

function Editor({ saved }: { saved: string[][] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [drafts, setDrafts] = useState<Draft[]>(() => saved.map((words, id) => ({ id, words })))
  const groups = drafts.map(({ words }) => words).filter((words) => words.length > 0)
  const dirty = JSON.stringify(groups) !== JSON.stringify(saved)
  const valid = groups.every((words) => words.length >= 2)
  const save = useMutation({
    mutationFn: () => api.put<Groups>('/search/synonyms', { groups }),
    onSuccess: () => {
      client.setQueryData(synonymsQuery.queryKey, groups)
      notify(t('common.saved'))
    },
  })

  const nextId = Math.max(0, ...drafts.map(({ id }) => id)) + 1
  const add = () => setDrafts([{ id: nextId, words: [] }, ...drafts])
  const change = (id: number, words: string[]) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { id, words } : draft)))
  const remove = (id: number) => setDrafts(drafts.filter((draft) => draft.id !== id))

  return (
    <>
      {save.isError && <ProblemNotice error={save.error} />}
      <div className={classes.bar}>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('synonyms.add')}
        </Button>
        {dirty && <span className={classes.unsaved}>{t('synonyms.unsaved')}</span>}
        <Button disabled={!dirty || !valid} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common.save')}
        </Button>
      </div>
      {drafts.length === 0 && (
        <EmptyState icon={<IconWords size={22} />} title={t('synonyms.empty')}>
          {t('synonyms.emptyText')}
        </EmptyState>
      )}
      <ul className={classes.groups}>
        {drafts.map(({ id, words }, index) => (
          <li key={id} className={classes.group}>
            <TagsInput
              className={classes.words}
              aria-label={t('synonyms.group', { number: index + 1 })}
              placeholder={words.length < 2 ? t('synonyms.placeholder') : ''}
              value={words}
              onChange={(next) => change(id, next)}
              error={words.length === 1 && t('synonyms.tooFew')}
              acceptValueOnBlur
              maxTags={30}
            />
            <IconButton
              label={t('synonyms.remove', { number: index + 1 })}
              onClick={() => remove(id)}
            >
              <IconTrash size={16} />
            </IconButton>
          </li>
        ))}
      </ul>
    </>
  )
}
