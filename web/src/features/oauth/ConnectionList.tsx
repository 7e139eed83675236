import { Button, Group, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconLink } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { NarrowDialog } from './NarrowDialog'
import { connectionsQuery, scopeKey, type Connected } from './api'
import classes from './Oauth.module.css'

/** What one allowed applications, or what everybody did; each can be narrowed or withdrawn. */
export function ConnectionList({ everyone = false }: { everyone?: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const rows = useQuery(connectionsQuery(everyone))
  const [ending, setEnding] = useState<Connected | null>(null)
  const [narrowing, setNarrowing] = useState<Connected | null>(null)
  const withdraw = useMutation({
    mutationFn: (id: string) => api.delete(`/oauth/connections/${id}`),
    onSuccess: () => {
      notify(t('apps.withdrawn'))
      setEnding(null)
      return client.invalidateQueries({ queryKey: ['oauth', 'connections'] })
    },
    onError: (error) => notifyProblem(error, t),
  })
  if (rows.isPending) return <Skeleton height={64} radius="md" />
  if (rows.isError) return <ProblemNotice error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.data.length === 0) {
    if (everyone) return <p className={classes.soft}>{t('apps.everyoneEmpty')}</p>
    return (
      <EmptyState icon={<IconLink size={22} />} title={t('apps.empty')}>
        {t('apps.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={classes.list} aria-label={t(everyone ? 'apps.everyone' : 'apps.title')}>
        {rows.data.map((row) => (
          <Row
            key={row.id}
            row={row}
            named={everyone}
            onNarrow={() => setNarrowing(row)}
            onWithdraw={() => setEnding(row)}
          />
        ))}
      </ul>
      {narrowing && <NarrowDialog row={narrowing} onClose={() => setNarrowing(null)} />}
      {ending && (
        <ConfirmDialog
          title={t('apps.withdrawTitle', { name: ending.application })}
          text={t('apps.withdrawText', { member: ending.member })}
          confirm={t('apps.withdraw')}
          danger
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate(ending.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  )
}

interface RowProps {
  row: Connected
  named: boolean
  onNarrow: () => void
  onWithdraw: () => void
}

function Row({ row, named, onNarrow, onWithdraw }: RowProps) {
  const { t, language } = useTranslation()
  const used = row.last_used_at
    ? t('apps.used', { ago: formatAgo(row.last_used_at, language) })
    : t('apps.unused')
  const since = t('apps.since', { date: formatDate(row.created_at, language) })
  const until = t(new Date(row.ends_at) > new Date() ? 'apps.until' : 'apps.ended', {
    date: formatDate(row.ends_at, language),
  })
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{row.application}</span>
        <span className={classes.detail}>
          {[...(named ? [row.member] : []), since, until, used].join(' · ')}
        </span>
        <span className={classes.detail}>
          {row.scopes.map((scope) => t(scopeKey(scope))).join(', ')}
        </span>
      </div>
      <Group gap="xs">
        {row.scopes.length > 1 && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('apps.narrowName', { name: row.application })}
            onClick={onNarrow}
          >
            {t('apps.narrow')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          aria-label={t('apps.withdrawName', { name: row.application })}
          onClick={onWithdraw}
        >
          {t('apps.withdraw')}
        </Button>
      </Group>
    </li>
  )
}
