import { Button, SegmentedControl } from '@mantine/core'
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { api } from '@/api/client'
import type { ConversationSummary, Page as Paged } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { IconHandover } from '@/components/icons'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useArranged } from '@/components/list/useArranged'
import { useListState, type ListFilters } from '@/components/list/useListState'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { countsQuery } from '../api'
import rows from '../Conversations.module.css'
import { useAssign } from './api'

const STATES = ['waiting', 'yours', 'person', 'assistant', 'solved'] as const
type State = (typeof STATES)[number]

const NO_FILTERS: ListFilters = {}

const requestsQuery = (request: State, query: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'requests', request, query],
    queryFn: ({ pageParam }) =>
      api.get<Paged<ConversationSummary>>('/conversations', {
        ...query,
        of: 'requests',
        request,
        limit: 50,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  })

/** What was passed to the team: who waits, and who looks after what. */
export function RequestsScreen() {
  const { t } = useTranslation()
  const counts = useQuery(countsQuery)
  const [shown, setShown] = useState<State>('waiting')
  const numbers: Partial<Record<State, number | null | undefined>> = {
    waiting: counts.data?.waiting,
    yours: counts.data?.yours,
  }
  return (
    <Page wide title={t('requests.title')} description={t('requests.text')}>
      <SegmentedControl
        aria-label={t('requests.states')}
        mb="md"
        value={shown}
        onChange={setShown}
        data={STATES.map((value) => ({
          value,
          label: numbers[value]
            ? `${t(`requests.${value}`)} (${numbers[value]})`
            : t(`requests.${value}`),
        }))}
      />
      <Requests key={shown} shown={shown} />
    </Page>
  )
}

function Requests({ shown }: { shown: State }) {
  const { t } = useTranslation()
  const state = useListState(NO_FILTERS, '-updated')
  const list = useInfiniteQuery(requestsQuery(shown, state.query))
  const found = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const all = useColumns(shown)
  const { columns, choice } = useArranged('requests', all)
  return (
    <>
      <ListBar
        state={state}
        columns={choice}
        search={t('requests.search')}
        filters={[]}
        sorts={all.flatMap(({ sort, label }) => (sort ? [{ value: sort, label }] : []))}
      />
      <ListBody
        list={list}
        state={state}
        shown={found.length}
        empty={
          <EmptyState
            icon={<IconHandover size={22} />}
            title={t(shown === 'waiting' ? 'requests.emptyWaiting' : 'requests.emptyOther')}
          >
            {shown === 'waiting' && t('requests.emptyWaitingText')}
          </EmptyState>
        }
      >
        <DataList
          label={t('requests.title')}
          rows={found}
          columns={columns}
          state={state}
          nameOf={({ title }) => title}
          actions={shown === 'waiting' ? (row) => <Take row={row} /> : undefined}
        />
      </ListBody>
    </>
  )
}

function Take({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  const assign = useAssign(row.id)
  return (
    <Button
      size="compact-sm"
      loading={assign.isPending}
      onClick={() =>
        assign.mutate(
          { status: 'person' },
          {
            onSuccess: () => notify(t('together.taken')),
            onError: (error) => notifyProblem(error, t),
          },
        )
      }
    >
      {t('together.take')}
    </Button>
  )
}

function useColumns(shown: State): Column<ConversationSummary>[] {
  const { t, language } = useTranslation()
  return [
    {
      key: 'title',
      label: t('filing.title'),
      sort: 'title',
      cell: (row) => (
        <Link
          to="/conversations/$conversationId"
          params={{ conversationId: row.id }}
          className={rows.title}
        >
          {row.title || t('conversations.untitled')}
        </Link>
      ),
    },
    {
      key: 'asker',
      label: t('requests.asker'),
      cell: ({ asker }) =>
        asker ? [asker.name, asker.company].filter(Boolean).join(' · ') : t('sharing.you'),
    },
    {
      key: 'since',
      label: t('requests.since'),
      cell: ({ request }) =>
        request && <span className={rows.when}>{formatAgo(request.requested_at, language)}</span>,
    },
    ...(shown === 'waiting' || shown === 'yours'
      ? []
      : [
          {
            key: 'with',
            label: t('requests.with'),
            cell: ({ request }: ConversationSummary) =>
              request?.assignee?.name ?? t('requests.nobody'),
          },
        ]),
    {
      key: 'updated',
      label: t('filing.updated'),
      sort: '-updated',
      cell: ({ updated_at: at }) => <span className={rows.when}>{formatAgo(at, language)}</span>,
    },
  ]
}
