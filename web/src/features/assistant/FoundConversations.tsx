import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ConversationSummary, FoundConversation, FoundHit } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconSearch } from '@/components/icons'
import { BulkBar } from '@/components/list/BulkBar'
import { DataList, type Column } from '@/components/list/DataList'
import { ListSkeleton } from '@/components/list/ListBody'
import { useListSelection } from '@/components/list/useListSelection'
import type { ListState as ListKitState } from '@/components/list/useListState'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { ManyActions, RowActions, Title } from './ConversationRows'
import type { ListState } from './filing'
import { NOWHERE_ELSE, foundQuery } from './finding'
import { FoundNarrowing } from './FoundNarrowing'
import classes from './Conversations.module.css'

interface FoundProps {
  shown: ListState
  state: ListKitState
}

/** What was said, with the places where it was said. */
export function FoundConversations({ shown, state }: FoundProps) {
  const { t } = useTranslation()
  const [among, setAmong] = useState(NOWHERE_ELSE)
  const found = useQuery(foundQuery(shown, state.query, among))
  return (
    <>
      <FoundNarrowing among={among} onChange={setAmong} />
      {found.isPending ? (
        <ListSkeleton />
      ) : found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <div aria-busy={found.isPlaceholderData}>
          <Results shown={shown} state={state} items={found.data.items} all={among.all} />
          <p className={classes.summary} role="status">
            {t(found.data.complete ? 'finding.count' : 'finding.countOfMore', {
              count: found.data.items.length,
            })}
          </p>
        </div>
      )}
    </>
  )
}

interface ResultsProps extends FoundProps {
  items: FoundConversation[]
  all: boolean
}

function Results({ shown, state, items, all }: ResultsProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => items.map(({ conversation }) => conversation), [items])
  const own = rows.filter(({ asker }) => !asker)
  const selection = useListSelection(own, own.length, state.query)
  const columns = useColumns(items)
  const chosen = own.filter(({ id }) => selection.has(id))
  if (rows.length === 0) return <NothingSaid onClear={state.clear} />
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar selection={selection}>
          <ManyActions shown={shown} rows={chosen} onDone={selection.clear} />
        </BulkBar>
      )}
      <DataList
        label={t('finding.list')}
        rows={rows}
        columns={columns}
        state={state}
        nameOf={({ title }) => title}
        selection={all ? undefined : selection}
        actions={(row) => (row.asker ? null : <RowActions shown={shown} row={row} />)}
      />
    </>
  )
}

function useColumns(items: FoundConversation[]): Column<ConversationSummary>[] {
  const { t, language } = useTranslation()
  const of = new Map(items.map((item) => [item.conversation.id, item]))
  return [
    {
      key: 'title',
      label: t('finding.said'),
      cell: (row) => {
        const item = of.get(row.id)
        return item ? <Found item={item} /> : null
      },
    },
    {
      key: 'updated',
      label: t('filing.updated'),
      cell: ({ updated_at }) => (
        <span className={classes.when}>{formatAgo(updated_at, language)}</span>
      ),
    },
  ]
}

function Found({ item }: { item: FoundConversation }) {
  const { t } = useTranslation()
  const { conversation, match, hits } = item
  const { asker } = conversation
  return (
    <div className={classes.words}>
      <Title row={conversation} />
      {(asker ?? (match === 'meaning' || match === 'some')) && (
        <span className={classes.labels}>
          {asker && (
            <Badge variant="default" size="sm" tt="none">
              {[asker.name, asker.company].filter(Boolean).join(' · ')}
            </Badge>
          )}
          {(match === 'meaning' || match === 'some') && (
            <Badge variant="light" size="sm" tt="none">
              {t(match === 'meaning' ? 'finding.meaning' : 'finding.some')}
            </Badge>
          )}
        </span>
      )}
      {hits.length > 0 && (
        <ul className={classes.hits}>
          {hits.map((hit) => (
            <Hit key={hit.message_id} conversationId={conversation.id} hit={hit} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** A place in the conversation, which it opens at. */
function Hit({ conversationId, hit }: { conversationId: string; hit: FoundHit }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId }}
        hash={`message-${hit.message_id}`}
        className={classes.hit}
      >
        <span className={classes.who}>
          {t(hit.role === 'user' ? 'finding.asked' : 'finding.answered')}
        </span>{' '}
        {hit.parts.map((part, place) =>
          part.hit ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
        )}
      </Link>
    </li>
  )
}

function NothingSaid({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<IconSearch size={22} />}
      title={t('finding.nothing')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('finding.nothingText')}
    </EmptyState>
  )
}
