import { Badge, Button, Menu, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import {
  IconArchive,
  IconChat,
  IconDots,
  IconDownload,
  IconFolder,
  IconRestore,
  IconTrash,
} from '@/components/icons'
import { IconButton } from '@/components/IconButton'
import { BulkBar } from '@/components/list/BulkBar'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar, type ListFilter } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useListSelection } from '@/components/list/useListSelection'
import { useListState } from '@/components/list/useListState'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { conversationFilters, filedQuery, foldersQuery, type ListState } from './filing'
import ConversationMenu from './ConversationMenu'
import { ExportDialog } from './ExportDialog'
import { FilingDialog } from './FilingDialog'
import { FoldersDialog } from './FoldersDialog'
import { useFilingActions } from './useFilingActions'
import classes from './Conversations.module.css'

/** As many as one request changes. */
const MOST = 100

const STATES = { active: 'Active', archived: 'Archived', deleted: 'Deleted' } as const

/** All of one's own conversations: found, filed, archived, deleted and brought back. */
export function ConversationsScreen() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<ListState>('active')
  const [managing, setManaging] = useState(false)
  return (
    <Page
      wide
      title={t('filing.list')}
      description={t('filing.text')}
      actions={
        <Button
          variant="default"
          leftSection={<IconFolder size={16} />}
          onClick={() => setManaging(true)}
        >
          {t('filing.folders')}
        </Button>
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
      {managing && <FoldersDialog onClose={() => setManaging(false)} />}
    </Page>
  )
}

function Filed({ shown }: { shown: ListState }) {
  const { t } = useTranslation()
  const state = useListState(conversationFilters, '-updated')
  const list = useInfiniteQuery(filedQuery(shown, state.query))
  const filters = useFilters()
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const selection = useListSelection(rows, rows.length, state.query)
  const columns = useColumns()
  const chosen = rows.filter(({ id }) => selection.has(id))
  return (
    <>
      <ListBar
        state={state}
        search={t('filing.search')}
        filters={filters}
        sorts={columns.flatMap(({ sort, label }) => (sort ? [{ value: sort, label }] : []))}
      />
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
      </ListBody>
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
      options: (['answered', 'refused'] as const).map((value) => ({
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
      cell: ({ updated_at }) => formatAgo(updated_at, language),
    },
  ]
}

function Title({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  const kept = useQuery(foldersQuery)
  const title = row.title || t('conversations.untitled')
  const folder = kept.data?.folders.find(({ id }) => id === row.filing?.folder_id)
  return (
    <div className={classes.words}>
      {row.filing?.deleted_at ? (
        <span>{title}</span>
      ) : (
        <Link
          to="/conversations/$conversationId"
          params={{ conversationId: row.id }}
          className={classes.title}
        >
          {title}
        </Link>
      )}
      <span className={classes.labels}>
        {folder && (
          <Badge variant="default" size="sm" tt="none" leftSection={<IconFolder size={12} />}>
            {folder.name}
          </Badge>
        )}
        {row.filing?.tags.map((tag) => (
          <Badge key={tag} variant="light" size="sm" tt="none">
            {tag}
          </Badge>
        ))}
      </span>
    </div>
  )
}

function RowActions({ shown, row }: { shown: ListState; row: ConversationSummary }) {
  const { t } = useTranslation()
  const { restore, unarchive, busy } = useFilingActions()
  const title = row.title || t('conversations.untitled')
  if (shown !== 'active') {
    const bring = shown === 'deleted' ? restore : unarchive
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconRestore size={14} />}
        onClick={() => void bring([row.id])}
      >
        {t(shown === 'deleted' ? 'filing.restore' : 'filing.unarchive')}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <IconButton label={t('conversations.actions', { title })}>
          <IconDots size={16} />
        </IconButton>
      </Menu.Target>
      <ConversationMenu row={row} />
    </Menu>
  )
}

interface ManyActionsProps {
  shown: ListState
  rows: ConversationSummary[]
  onDone: () => void
}

function ManyActions({ shown, rows, onDone }: ManyActionsProps) {
  const { t } = useTranslation()
  const { remove, restore, archive, unarchive } = useFilingActions()
  const [filing, setFiling] = useState(false)
  const [exporting, setExporting] = useState(false)
  const ids = rows.slice(0, MOST).map(({ id }) => id)
  const then = (act: (ids: string[]) => Promise<void>) => () => {
    void act(ids)
    onDone()
  }
  if (shown === 'deleted') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRestore size={14} />}
        onClick={then(restore)}
      >
        {t('filing.restore')}
      </Button>
    )
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFolder size={14} />}
        onClick={() => setFiling(true)}
      >
        {t('filing.file')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} />}
        onClick={() => setExporting(true)}
      >
        {t('filing.export')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArchive size={14} />}
        onClick={then(shown === 'active' ? archive : unarchive)}
      >
        {t(shown === 'active' ? 'filing.archive' : 'filing.unarchive')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        onClick={then(remove)}
      >
        {t('common.delete')}
      </Button>
      {exporting && <ExportDialog ids={ids} onClose={() => setExporting(false)} />}
      {filing && (
        <FilingDialog
          rows={rows.slice(0, MOST)}
          onClose={(done) => {
            setFiling(false)
            if (done) onDone()
          }}
        />
      )}
    </>
  )
}
