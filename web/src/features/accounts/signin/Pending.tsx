import { Button, Skeleton } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { authState, type Flow } from '@/api/allauth'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'

/** Where the person stands; asked anew on each screen, as steps end in other windows too. */
export const authQuery = queryOptions({
  queryKey: ['auth-state'],
  queryFn: authState,
  staleTime: 0,
  gcTime: 0,
})

interface PendingProps {
  /** The step that this screen is for. */
  flow: string
  title: string
  /** Where to start over. */
  restart: string
  children: (flow: Flow) => ReactNode
}

/** Shows a step of a sign-in while it is the one that is due; else says that it is over. */
export function Pending({ flow, title, restart, children }: PendingProps) {
  const { t } = useTranslation()
  const state = useQuery(authQuery)
  if (state.isPending) {
    return (
      <EntryLayout title={title} text={t('common.loading')}>
        <Skeleton height={120} radius="md" />
      </EntryLayout>
    )
  }
  if (state.isError) {
    return (
      <EntryLayout title={title} text="">
        <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />
      </EntryLayout>
    )
  }
  const due = state.data.pending
  if (due?.id !== flow) {
    return (
      <EntryLayout title={t('expired.title')} text={t('expired.text')}>
        <Button component="a" href={restart} size="md" fullWidth>
          {t('signIn.back')}
        </Button>
      </EntryLayout>
    )
  }
  return children(due)
}
