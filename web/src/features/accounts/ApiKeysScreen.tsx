import { Button, Group, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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
import { formatAgo, formatDate, formatDateTime } from '@/i18n/format'
import { KEYS, keyPolicyQuery, keysQuery, type KeyState } from './api-keys'
import { ApiKeyDialog } from './ApiKeyDialog'
import { ApiKeyPolicy } from './ApiKeyPolicy'
import { ApiKeyRotation } from './ApiKeyRotation'
import classes from './ApiKeys.module.css'

const STATES: KeyState[] = ['', 'expiring', 'unused']

interface ApiKeysScreenProps {
  /** Nobody can give a key more than they have. */
  grantable: Permission[]
  /** Whether the person decides what holds for everybody's keys. */
  manages?: boolean
}

type Doing = { what: 'create' } | { what: 'rotate' | 'revoke'; to: ApiKey } | null

export function ApiKeysScreen({ grantable, manages = false }: ApiKeysScreenProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [state, setState] = useState<KeyState>('')
  const [words] = useDebouncedValue(text.trim(), 250)
  const keys = useQuery(keysQuery(words, state))
  const policy = useQuery(keyPolicyQuery)
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const refresh = () => client.invalidateQueries({ queryKey: KEYS })
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/api-keys/${id}`),
    onSuccess: () => {
      notify(t('keys.revoked'))
      close()
      return refresh()
    },
    onError: (error) => notifyProblem(error, t),
  })
  const filtered = words !== '' || state !== ''
  const empty = keys.data?.length === 0
  const longest = policy.data?.max_days ?? null
  const create = policy.data?.allowed && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'create' })}>
      {t('keys.create')}
    </Button>
  )

  return (
    <Page title={t('keys.title')} description={t('keys.text')} actions={!empty && create}>
      {policy.isError && (
        <ProblemNotice error={policy.error} onRetry={() => void policy.refetch()} />
      )}
      {policy.data?.allowed === false && <p>{t('keys.notAllowed')}</p>}
      {(filtered || (keys.data && !empty)) && (
        <div className={classes.filters} role="search">
          <TextInput
            label={t('keys.search')}
            placeholder={t('keys.searchHint')}
            type="search"
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('keys.state')}
            value={state}
            onChange={(event) =>
              setState(STATES.find((one) => one === event.currentTarget.value) ?? '')
            }
            data={STATES.map((value) => ({
              value,
              label: t(value === '' ? 'keys.stateAll' : `keys.state.${value}`),
            }))}
          />
        </div>
      )}
      {keys.isPending && <Skeleton height={64} radius="md" />}
      {keys.isError && <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />}
      {empty && filtered && <p role="status">{t('keys.noneFound')}</p>}
      {empty && !filtered && (
        <EmptyState icon={<IconKey size={22} />} title={t('keys.empty')} action={create}>
          {t('keys.emptyText')}
        </EmptyState>
      )}
      {keys.data && !empty && (
        <ul className={classes.list} aria-label={t('keys.title')}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} apiKey={key} onDo={(what) => setDoing({ what, to: key })} />
          ))}
        </ul>
      )}
      {manages && policy.data && <ApiKeyPolicy policy={policy.data} />}
      {doing?.what === 'create' && (
        <ApiKeyDialog
          grantable={grantable}
          longest={longest}
          onCreated={() => void refresh()}
          onClose={close}
        />
      )}
      {doing?.what === 'rotate' && (
        <ApiKeyRotation
          apiKey={doing.to}
          longest={longest}
          onRotated={() => void refresh()}
          onClose={close}
        />
      )}
      {doing?.what === 'revoke' && (
        <ConfirmDialog
          title={t('keys.revokeTitle', { name: doing.to.name })}
          text={t('keys.revokeText')}
          confirm={t('keys.revoke')}
          danger
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate(doing.to.id)}
          onClose={close}
        />
      )}
    </Page>
  )
}

interface KeyRowProps {
  apiKey: ApiKey
  onDo: (what: 'rotate' | 'revoke') => void
}

function KeyRow({ apiKey, onDo }: KeyRowProps) {
  const { t, language } = useTranslation()
  const { name, prefix, owner, scopes, expires_at: expires, last_used_at: used } = apiKey
  const validity = expires
    ? t('keys.expires', { date: formatDate(expires, language) })
    : t('keys.neverExpires')
  const usage = used ? t('keys.used', { ago: formatAgo(used, language) }) : t('keys.unused')
  const from = apiKey.last_used_from ? [t('keys.from', { address: apiKey.last_used_from })] : []
  const old = apiKey.old_until && new Date(apiKey.old_until) > new Date() ? apiKey.old_until : null
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>
          {name} <code className={classes.prefix}>{prefix}…</code>
        </span>
        <span className={classes.detail}>{[owner, validity, usage, ...from].join(' · ')}</span>
        {old && (
          <span className={classes.detail}>
            {t('keys.oldUntil', { date: formatDateTime(old, language) })}
          </span>
        )}
        <span className={classes.detail}>
          {scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
        </span>
      </div>
      <Group gap="xs">
        {apiKey.own && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('keys.rotateName', { name })}
            onClick={() => onDo('rotate')}
          >
            {t('keys.rotate')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          aria-label={t('keys.revokeName', { name })}
          onClick={() => onDo('revoke')}
        >
          {t('keys.revoke')}
        </Button>
      </Group>
    </li>
  )
}
