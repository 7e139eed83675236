import { Button, Menu, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FilteredList, SavedFilter } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconChevronDown } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { savedFiltersQuery, useDeleteFilter, useSaveFilter } from './saving'
import type { ListState } from './useListState'

interface SavedFiltersProps {
  list: FilteredList
  state: ListState
}

/** The person's own filters for this list: taken with one press, kept, replaced, deleted. */
export default function SavedFilters({ list, state }: SavedFiltersProps) {
  const { t } = useTranslation()
  const [naming, setNaming] = useState(false)
  const found = useQuery(savedFiltersQuery)
  const remove = useDeleteFilter()
  const kept = found.data?.filter((one) => one.list === list) ?? []
  const current = kept.find((one) => isShown(one, state))

  function forget({ id, name }: SavedFilter): void {
    remove.mutate(id, {
      onSuccess: () => void notify(t('saved.deleted', { name })),
      onError: (error) => notifyProblem(error, t),
    })
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={16} />}
            aria-label={current ? t('saved.menuNow', { name: current.name }) : t('saved.menu')}
          >
            {current?.name ?? t('saved.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {found.isError && <Menu.Label>{t('saved.failed')}</Menu.Label>}
          {kept.length === 0 && !found.isError && <Menu.Label>{t('saved.none')}</Menu.Label>}
          {kept.map((one) => (
            <Menu.Item
              key={one.id}
              aria-current={one === current || undefined}
              fw={one === current ? 600 : undefined}
              onClick={() => state.apply(one.settings)}
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            disabled={!state.narrowed || current !== undefined}
            onClick={() => setNaming(true)}
          >
            {t('saved.save')}
          </Menu.Item>
          {current && (
            <Menu.Item color="var(--n-danger)" onClick={() => forget(current)}>
              {t('saved.delete', { name: current.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <Naming
          list={list}
          state={state}
          taken={kept.map(({ name }) => name)}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}

/** Whether the list is looked at in just this way. */
function isShown({ settings }: SavedFilter, { search, sort, filters }: ListState): boolean {
  const names = new Set([...Object.keys(filters), ...Object.keys(settings.filters ?? {})])
  return (
    settings.search === search.trim() &&
    settings.sort === sort &&
    [...names].every((name) => (settings.filters?.[name] ?? '') === (filters[name] ?? ''))
  )
}

interface NamingProps extends SavedFiltersProps {
  taken: string[]
  onClose: () => void
}

function Naming({ list, state, taken, onClose }: NamingProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const save = useSaveFilter()
  const wanted = name.trim()

  function submit(): void {
    if (wanted === '') return
    const { search, sort, filters } = state
    save.mutate(
      { list, name: wanted, settings: { search: search.trim(), sort, filters } },
      {
        onSuccess: () => {
          void notify(t('saved.done', { name: wanted }))
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('saved.save')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {save.isError && (
          <ProblemNotice error={save.error} kept={t('saved.kept')} onRetry={submit} />
        )}
        <TextInput
          data-autofocus
          label={t('saved.name')}
          description={taken.includes(wanted) ? t('saved.replaces') : t('saved.nameHint')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" mt="md" loading={save.isPending} disabled={wanted === ''}>
          {t('common.save')}
        </Button>
      </form>
    </Modal>
  )
}
