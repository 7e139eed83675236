import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TrailEntry } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconTrail } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDateTime } from '@/i18n/format'
import { entriesQuery, type Filters } from './api'
import { actionText, actorText } from './words'
import classes from './Trail.module.css'

interface EntryListProps {
  filters: Filters
  openedId: string | null
  onOpen: (entry: TrailEntry) => void
  onClear: () => void
}

export function EntryList({ filters, openedId, onOpen, onClear }: EntryListProps) {
  const { t } = useTranslation()
  const trail = useInfiniteQuery(entriesQuery(filters))
  const entries = trail.data?.pages.flatMap((page) => page.items) ?? []
  if (trail.isPending) return <Skeleton height={240} radius="md" />
  if (trail.isError && entries.length === 0) {
    return <ProblemNotice error={trail.error} onRetry={() => void trail.refetch()} />
  }
  if (entries.length === 0) {
    const clear = (
      <Button variant="default" onClick={onClear}>
        {t('trail.clear')}
      </Button>
    )
    return (
      <EmptyState icon={<IconTrail size={22} />} title={t('trail.empty')} action={clear}>
        {t('trail.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={classes.list} aria-label={t('trail.list')}>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            opened={entry.id === openedId}
            onOpen={() => onOpen(entry)}
          />
        ))}
      </ul>
      {trail.isError && (
        <ProblemNotice error={trail.error} onRetry={() => void trail.fetchNextPage()} />
      )}
      {trail.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t('common.loadMore')}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  entry: TrailEntry
  opened: boolean
  onOpen: () => void
}

function Row({ entry, opened, onOpen }: RowProps) {
  const { t, language } = useTranslation()
  return (
    <li>
      <button type="button" className={classes.row} aria-pressed={opened} onClick={onOpen}>
        <span className={classes.what}>
          {actionText(entry.action, t)}
          {entry.outcome === 'refused' && (
            <span className={classes.refused}>{t('trail.refused')}</span>
          )}
        </span>
        <span className={classes.who}>{actorText(entry, t)}</span>
        <span className={classes.ip}>{entry.ip}</span>
        <time
          className={classes.when}
          dateTime={entry.created_at}
          title={formatDateTime(entry.created_at, language)}
        >
          {formatAgo(entry.created_at, language)}
        </time>
      </button>
    </li>
  )
}
