import { Button, Group, Modal, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { ApiKey } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPlus } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { tokensQuery, useMakeToken, useWithdrawToken } from './directory'
import classes from './Sso.module.css'

/** Days that a token may live; 0 stands for no limit. */
const VALIDITY = [365, 90, 0]

/** The tokens that a directory calls with: made here, shown once, withdrawn at once. */
export function DirectoryTokens() {
  const { t } = useTranslation()
  const tokens = useQuery(tokensQuery)
  const withdraw = useWithdrawToken()
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<ApiKey | null>(null)

  function confirm(token: ApiKey): void {
    withdraw.mutate(token.id, {
      onSuccess: () => void notify(t('scim.withdrawn')),
      onError: (error) => notifyProblem(error, t),
      onSettled: () => setEnding(null),
    })
  }

  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>{t('scim.tokens')}</h3>
      <p className={classes.text}>{t('scim.tokensText')}</p>
      {tokens.isPending && <Skeleton height={48} radius="md" />}
      {tokens.isError && (
        <ProblemNotice error={tokens.error} onRetry={() => void tokens.refetch()} />
      )}
      {tokens.data?.length === 0 && <p className={classes.text}>{t('scim.noTokens')}</p>}
      {tokens.data && tokens.data.length > 0 && (
        <ul className={classes.list} aria-label={t('scim.tokens')}>
          {tokens.data.map((token) => (
            <TokenRow key={token.id} token={token} onEnd={() => setEnding(token)} />
          ))}
        </ul>
      )}
      <Button
        variant="default"
        mt="sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => setMaking(true)}
      >
        {t('scim.makeToken')}
      </Button>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          title={t('scim.withdrawTitle', { name: ending.name })}
          text={t('scim.withdrawText')}
          confirm={t('scim.withdraw')}
          danger
          busy={withdraw.isPending}
          onConfirm={() => confirm(ending)}
          onClose={() => setEnding(null)}
        />
      )}
    </div>
  )
}

function TokenRow({ token, onEnd }: { token: ApiKey; onEnd: () => void }) {
  const { t, language } = useTranslation()
  const { name, prefix, expires_at: expires, last_used_at: used } = token
  const details = [
    used ? t('scim.used', { ago: formatAgo(used, language) }) : t('scim.unused'),
    expires ? t('scim.expires', { date: formatDate(expires, language) }) : t('scim.neverExpires'),
  ]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>
          {name} <code>{prefix}…</code>
        </span>
        <span className={classes.detail}>{details.join(' · ')}</span>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('scim.withdrawNamed', { name })}
        onClick={onEnd}
      >
        {t('scim.withdraw')}
      </Button>
    </li>
  )
}

function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const make = useMakeToken()
  const secret = make.data?.key
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(secret ? 'scim.onceTitle' : 'scim.makeToken')}
      // A token that is shown once is not lost to a stray click.
      closeOnClickOutside={!secret}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secret ? (
        <Stack>
          <Text size="sm">{t('scim.onceText')}</Text>
          <div className={classes.value}>
            <code>{secret}</code>
            <CopyButton text={secret} label={t('scim.copyToken')} />
          </div>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('scim.kept')}</Button>
          </Group>
        </Stack>
      ) : (
        <TokenForm make={make} onClose={onClose} />
      )}
    </Modal>
  )
}

interface TokenFormProps {
  make: ReturnType<typeof useMakeToken>
  onClose: () => void
}

function TokenForm({ make, onClose }: TokenFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [days, setDays] = useState(365)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    make.mutate({ name: name.trim(), days })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {make.isError && <ProblemNotice error={make.error} />}
        <TextInput
          required
          withAsterisk={false}
          data-autofocus
          label={t('scim.tokenName')}
          description={t('scim.tokenNameHint')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('scim.validity')}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={VALIDITY.map((value) => ({
            value: String(value),
            label: value === 0 ? t('scim.noLimit') : t('scim.days', { count: value }),
          }))}
        />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
          {t('scim.make')}
        </Button>
      </Group>
    </form>
  )
}
