import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { IconChat, IconDownload, IconFolder, IconUpload } from '@/components/icons'
import { BulkBar } from '@/components/list/BulkBar'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar, type ListFilter } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useArranged } from '@/components/list/useArranged'
import { useListSelection } from '@/components/list/useListSelection'
import { useListState, type ListState as ListKitState } from '@/components/list/useListState'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { asked, conversationFilters, filedQuery, foldersQuery, type ListState } from './filing'
import { ManyActions, RowActions, Title } from './ConversationRows'
import { ExportDialog } from './ExportDialog'
import { FoldersDialog } from './FoldersDialog'
import { FoundConversations } from './FoundConversations'
import { LEAST_SOUGHT } from './finding'
import classes from './Conversations.module.css'

const ImportDialog = lazy(() => import('./ImportDialog'))
const ExportJobsDialog = lazy(() => import('./ExportJobs'))

const STATES = { active: 'Active', archived: 'Archived', deleted: 'Deleted' } as const

/** All of one's own conversations: found, filed, archived, deleted and brought back. */
export function ConversationsScreen() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<ListState>('active')
  const [managing, setManaging] = useState(false)
  const [importing, setImporting] = useState(false)
  const [exports, setExports] = useState(false)
  return (
    <Page
      wide
      title={t('filing.list')}
      description={t('filing.text')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconUpload size={16} />}
            onClick={() => setImporting(true)}
          >
            {t('imports.action')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => setExports(true)}
          >
            {t('filing.exports')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFolder size={16} />}
            onClick={() => setManaging(true)}
          >
            {t('filing.folders')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        aria-label={t('filing.states')}
        mb="md"
        value={shown}
        onChange={setShown}
        data={(Object.keys(STATES) as ListState[]).map((value) => ({
          value,
          label: t(`filing.state${STATES[value]}`),
        }))}
      />
      {shown === 'deleted' && <p className={classes.note}>{t('filing.deletedNote')}</p>}
      <Filed key={shown} shown={shown} />
      {importing && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
      {exports && (
        <Suspense>
          <ExportJobsDialog onClose={() => setExports(false)} />
        </Suspense>
      )}
      {managing && <FoldersDialog onClose={() => setManaging(false)} />}
    </Page>
  )
}

function Filed({ shown }: { shown: ListState }) {
  const { t } = useTranslation()
  const state = useListState(conversationFilters, '-updated')
  const filters = useFilters()
  const all = useColumns()
  const { columns, choice } = useArranged('conversations', all)
  const seeking = shown !== 'deleted' && (state.query.search ?? '').length >= LEAST_SOUGHT
  return (
    <>
      <ListBar
        saved="conversations"
        state={state}
        columns={seeking ? undefined : choice}
        search={t(shown === 'deleted' ? 'filing.searchTitles' : 'filing.search')}
        filters={filters}
        sorts={
          seeking ? [] : all.flatMap(({ sort, label }) => (sort ? [{ value: sort, label }] : []))
        }
      />
      {seeking ? (
        <FoundConversations shown={shown} state={state} />
      ) : (
        <Listed shown={shown} state={state} columns={columns} />
      )}
    </>
  )
}

interface ListedProps {
  shown: ListState
  state: ListKitState
  columns: Column<ConversationSummary>[]
}

function Listed({ shown, state, columns }: ListedProps) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(filedQuery(shown, state.query))
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const selection = useListSelection(rows, rows.length, state.query)
  const [exporting, setExporting] = useState(false)
  const chosen = rows.filter(({ id }) => selection.has(id))
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar selection={selection}>
          <ManyActions shown={shown} rows={chosen} onDone={selection.clear} />
        </BulkBar>
      )}
      <ListBody
        list={list}
        state={state}
        shown={rows.length}
        empty={
          <EmptyState
            icon={<IconChat size={22} />}
            title={t(`filing.empty${STATES[shown]}`)}
            action={
              shown === 'active' && (
                <Button component={Link} to="/">
                  {t('shell.newQuestion')}
                </Button>
              )
            }
          >
            {shown === 'active' && t('filing.emptyText')}
          </EmptyState>
        }
      >
        <DataList
          label={t('filing.list')}
          rows={rows}
          columns={columns}
          state={state}
          nameOf={({ title }) => title}
          selection={selection}
          actions={(row) => <RowActions shown={shown} row={row} />}
        />
        {shown !== 'deleted' && (
          <Button
            mt="md"
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => setExporting(true)}
          >
            {t('filing.exportList')}
          </Button>
        )}
      </ListBody>
      {exporting && (
        <ExportDialog
          filter={{ ...asked(state.query), state: shown }}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}

/** By when, by what became of it, and by where it is kept. */
function useFilters(): ListFilter[] {
  const { t } = useTranslation()
  const kept = useQuery(foldersQuery)
  return [
    {
      name: 'period',
      label: t('filing.anyTime'),
      options: (['day', 'week', 'month', 'year'] as const).map((value) => ({
        value,
        label: t(`filing.period.${value}`),
      })),
    },
    {
      name: 'outcome',
      label: t('filing.anyOutcome'),
      options: (['answered', 'refused', 'imported'] as const).map((value) => ({
        value,
        label: t(`filing.outcome.${value}`),
      })),
    },
    {
      name: 'rated',
      label: t('filing.anyRating'),
      options: (['up', 'down'] as const).map((value) => ({
        value,
        label: t(`filing.rated.${value}`),
      })),
    },
    {
      name: 'language',
      label: t('filing.anyLanguage'),
      options: (['fr', 'en'] as const).map((value) => ({
        value,
        label: t(`preferences.language.${value}`),
      })),
    },
    {
      name: 'folder',
      label: t('filing.anyFolder'),
      options: (kept.data?.folders ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'tag',
      label: t('filing.anyTag'),
      options: (kept.data?.tags ?? []).map(({ name }) => ({ value: name, label: name })),
    },
  ]
}

function useColumns(): Column<ConversationSummary>[] {
  const { t, language } = useTranslation()
  return [
    { key: 'title', label: t('filing.title'), sort: 'title', cell: (row) => <Title row={row} /> },
    {
      key: 'messages',
      label: t('filing.messages'),
      cell: ({ messages }) => messages,
    },
    {
      key: 'updated',
      label: t('filing.updated'),
      sort: '-updated',
      cell: ({ updated_at }) => (
        <span className={classes.when}>{formatAgo(updated_at, language)}</span>
      ),
    },
  ]
}
