import { Button, Group, Modal, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { ConversationSummary } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { PartlyChanged, foldersQuery, useChangeConversations, useFolderChanges } from './filing'

interface FilingDialogProps {
  rows: ConversationSummary[]
  onClose: (done: boolean) => void
}

const NEW = 'new'
const AS_IT_IS = 'as-it-is'
const MOST_TAGS = 20

/** Chooses folder and tags of one conversation or many. */
export function FilingDialog({ rows, onClose }: FilingDialogProps) {
  const { t } = useTranslation()
  const known = useQuery(foldersQuery)
  const change = useChangeConversations()
  const { create } = useFolderChanges()
  const places = new Set(rows.map(({ filing }) => filing?.folder_id ?? ''))
  const [folder, setFolder] = useState(places.size > 1 ? AS_IT_IS : [...places].join(''))
  const [name, setName] = useState('')
  const shared = sharedTags(rows)
  const [tags, setTags] = useState(shared)

  async function file(): Promise<void> {
    const chosen = folder === NEW ? (await create.mutateAsync(name.trim())).id : folder
    if (folder === NEW) setFolder(chosen)
    await change.mutateAsync({
      ids: rows.map(({ id }) => id),
      ...(chosen === AS_IT_IS ? {} : { folder_id: chosen || null }),
      add_tags: tags.filter((tag) => !shared.includes(tag)),
      remove_tags: shared.filter((tag) => !tags.includes(tag)),
    })
    notify(t('filing.filed', { count: rows.length }))
    onClose(true)
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    // What goes wrong is shown by the notices below.
    file().catch(() => undefined)
  }

  const folders = known.data?.folders ?? []
  const failure: unknown = create.error ?? change.error
  const partly = failure instanceof PartlyChanged
  const error = partly ? failure.reason : failure
  const kept = partly ? t('filing.partly', { count: failure.done.length }) : t('filing.kept')
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('filing.fileTitle', { count: rows.length })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <NativeSelect
          label={t('filing.folder')}
          data-autofocus
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
          data={[
            ...(places.size > 1 ? [{ value: AS_IT_IS, label: t('filing.asItIs') }] : []),
            { value: '', label: t('filing.noFolder') },
            ...folders.map(({ id, name: label }) => ({ value: id, label })),
            { value: NEW, label: t('filing.newFolder') },
          ]}
        />
        {folder === NEW && (
          <TextInput
            mt="sm"
            label={t('filing.folderName')}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <TagsInput
          mt="md"
          label={t('filing.tags')}
          description={t('filing.tagsHint')}
          data={(known.data?.tags ?? []).map((tag) => tag.name)}
          maxTags={MOST_TAGS}
          clearButtonProps={{ 'aria-label': t('filing.clearTags') }}
          value={tags}
          onChange={(values) => setTags(values.map((tag) => tag.trim().slice(0, 40)))}
          splitChars={[',']}
        />
        {error !== null && <ProblemNotice error={error} kept={kept} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => onClose(false)}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={folder === NEW && name.trim() === ''}
            loading={create.isPending || change.isPending}
          >
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

/** The tags that all of them have. */
function sharedTags(rows: ConversationSummary[]): string[] {
  const [first, ...others] = rows.map(({ filing }) => filing?.tags ?? [])
  return (first ?? []).filter((tag) => others.every((tags) => tags.includes(tag)))
}
