import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import classes from './Home.module.css'

/** Of a query what a widget needs. */
interface Asked {
  isPending: boolean
  isError: boolean
  error: unknown
  refetch: () => unknown
}

interface WidgetBodyProps {
  asked: Asked
  isEmpty: boolean
  /** What stands there when there is nothing. */
  empty: string
  children: ReactNode
}

/** What a widget shows, with its states around it: loading, refused, empty. */
export function WidgetBody({ asked, isEmpty, empty, children }: WidgetBodyProps) {
  if (asked.isPending) return <WidgetSkeleton />
  if (asked.isError && isEmpty) {
    return <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
  }
  if (isEmpty) return <p className={classes.empty}>{empty}</p>
  return children
}

export function WidgetSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 3 }, (_, place) => (
        <Skeleton key={place} height={36} mb={6} radius="md" />
      ))}
    </div>
  )
}
