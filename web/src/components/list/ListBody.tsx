import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconSearch } from '@/components/icons'
import { useTranslation } from '@/i18n'
import type { ListState } from './useListState'
import classes from './List.module.css'

/** Of an infinite query what a list needs. */
export interface Paged {
  isPending: boolean
  isError: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

interface ListBodyProps {
  list: Paged
  state: ListState
  /** How many rows are there now. */
  shown: number
  /** How many there are in all, where that is known. */
  matching?: number | undefined
  /** What stands where nothing is, although nothing is left out. */
  empty: ReactNode
  children: ReactNode
}

/** A list with what surrounds it: loading, refused, empty, nothing found, and the next page. */
export function ListBody({ list, state, shown, matching, empty, children }: ListBodyProps) {
  const { t } = useTranslation()
  if (list.isPending) return <ListSkeleton />
  if (list.isError && shown === 0) {
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
  }
  if (shown === 0) return state.narrowed ? <NothingFound onClear={state.clear} /> : empty
  return (
    <>
      {children}
      <div className={classes.more}>
        <span role="status">
          {matching === undefined
            ? t('list.shown', { count: shown })
            : t('list.shownOf', { shown, count: matching })}
        </span>
        {list.hasNextPage && (
          <Button
            variant="default"
            size="sm"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common.loadMore')}
          </Button>
        )}
      </div>
    </>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<IconSearch size={22} />}
      title={t('list.nothing')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('list.nothingText')}
    </EmptyState>
  )
}

/** Where rows will be. */
export function ListSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 6 }, (_, place) => (
        <Skeleton key={place} height={52} mb={8} radius="md" />
      ))}
    </div>
  )
}
