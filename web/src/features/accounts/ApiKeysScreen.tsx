import { Button, Skeleton } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import type { ApiKey, Permission } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconKey, IconPlus } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { ApiKeyDialog } from './ApiKeyDialog'
import classes from './ApiKeys.module.css'

const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => api.all<ApiKey>('/api-keys'),
})

interface ApiKeysScreenProps {
  /** Nobody can give a key more than they have. */
  grantable: Permission[]
}

export function ApiKeysScreen({ grantable }: ApiKeysScreenProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keys = useQuery(keysQuery)
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: keysQuery.queryKey })
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/api-keys/${id}`),
    onSuccess: () => {
      notify(t('keys.revoked'))
      setRevoking(null)
      return refresh()
    },
    onError: (error) => notifyProblem(error, t),
  })
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('keys.create')}
    </Button>
  )

  return (
    <Page
      title={t('keys.title')}
      description={t('keys.text')}
      actions={keys.data && keys.data.length > 0 && create}
    >
      {keys.isPending && <Skeleton height={64} radius="md" />}
      {keys.isError && <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data?.length === 0 && (
        <EmptyState icon={<IconKey size={22} />} title={t('keys.empty')} action={create}>
          {t('keys.emptyText')}
        </EmptyState>
      )}
      {keys.data && keys.data.length > 0 && (
        <ul className={classes.list} aria-label={t('keys.title')}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
          ))}
        </ul>
      )}
      {creating && (
        <ApiKeyDialog
          grantable={grantable}
          onCreated={() => void refresh()}
          onClose={() => setCreating(false)}
        />
      )}
      {revoking && (
        <ConfirmDialog
          title={t('keys.revokeTitle', { name: revoking.name })}
          text={t('keys.revokeText')}
          confirm={t('keys.revoke')}
          danger
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </Page>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { t, language } = useTranslation()
  const { name, prefix, owner, scopes, expires_at: expires, last_used_at: used } = apiKey
  const validity = expires
    ? t('keys.expires', { date: formatDate(expires, language) })
    : t('keys.neverExpires')
  const usage = used ? t('keys.used', { ago: formatAgo(used, language) }) : t('keys.unused')
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>
          {name} <code className={classes.prefix}>{prefix}…</code>
        </span>
        <span className={classes.detail}>{[owner, validity, usage].join(' · ')}</span>
        <span className={classes.detail}>
          {scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
        </span>
      </div>
      <Button variant="default" size="xs" onClick={onRevoke}>
        {t('keys.revoke')}
      </Button>
    </li>
  )
}
