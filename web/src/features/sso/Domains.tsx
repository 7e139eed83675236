import { Button, Group, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import { CopyButton } from '@/components/CopyButton'
import { IconButton } from '@/components/IconButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconTrash } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import {
  domainsQuery,
  useAddDomain,
  useBindDomain,
  useCheckDomain,
  useRemoveDomain,
  type Connection,
  type Domain,
} from './api'
import classes from './Sso.module.css'

/** E-mail domains, each proved by a TXT record in the DNS. */
export function Domains({ connections }: { connections: Connection[] }) {
  const { t } = useTranslation()
  const domains = useQuery(domainsQuery)
  const add = useAddDomain()
  const [name, setName] = useState('')

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    add.mutate(name.trim(), { onSuccess: () => setName('') })
  }

  return (
    <section className={classes.section} aria-labelledby="sso-domains">
      <h2 id="sso-domains" className={classes.heading}>
        {t('idp.domains')}
      </h2>
      <p className={classes.text}>{t('idp.domainsText')}</p>
      {domains.isPending && <Skeleton height={48} radius="md" />}
      {domains.isError && (
        <ProblemNotice error={domains.error} onRetry={() => void domains.refetch()} />
      )}
      {domains.data && domains.data.length > 0 && (
        <ul className={classes.list} aria-label={t('idp.domains')}>
          {domains.data.map((domain) => (
            <DomainRow key={domain.id} domain={domain} connections={connections} />
          ))}
        </ul>
      )}
      <form onSubmit={submit}>
        {add.isError && <ProblemNotice error={add.error} />}
        <Group gap="xs" align="end" mt="sm">
          <TextInput
            label={t('idp.domainName')}
            placeholder={t('idp.domainExample')}
            required
            withAsterisk={false}
            value={name}
            error={isProblem(add.error) ? add.error.fields.name : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('idp.addDomain')}
          </Button>
        </Group>
      </form>
    </section>
  )
}

function DomainRow({ domain, connections }: { domain: Domain; connections: Connection[] }) {
  const { t, language } = useTranslation()
  const check = useCheckDomain()
  const bind = useBindDomain()
  const remove = useRemoveDomain()
  const { id, name, verified_at, missing_since } = domain
  const state = !verified_at ? 'waiting' : missing_since ? 'warn' : 'on'
  const fail = (error: unknown) => notifyProblem(error, t)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={`${classes.detail} ${classes.state}`} data-state={state}>
          {state === 'on' && t('idp.verifiedAt', { date: formatDate(verified_at ?? '', language) })}
          {state === 'warn' && t('idp.recordMissing')}
          {state === 'waiting' && t('idp.notVerified')}
        </span>
      </div>
      {connections.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('idp.bindNamed', { name })}
          data={[
            { value: '', label: t('idp.anyConnection') },
            ...connections.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={domain.connection_id ?? ''}
          onChange={(event) =>
            bind.mutate({ id, connection_id: event.currentTarget.value || null }, { onError: fail })
          }
        />
      )}
      <Button
        variant="default"
        size="xs"
        aria-label={t('idp.checkNamed', { name })}
        loading={check.isPending}
        onClick={() => check.mutate(id, { onSuccess: () => void notify(t('idp.verified')) })}
      >
        {t('idp.check')}
      </Button>
      <IconButton
        label={t('idp.removeDomain', { name })}
        onClick={() => remove.mutate(id, { onError: fail })}
      >
        <IconTrash size={16} />
      </IconButton>
      {check.isError && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemNotice error={check.error} />
        </div>
      )}
      {state !== 'on' && <TxtRecord domain={domain} />}
    </li>
  )
}

function TxtRecord({ domain }: { domain: Domain }) {
  const { t } = useTranslation()
  const rows = [
    [t('idp.recordName'), domain.record_name],
    [t('idp.recordValue'), domain.record_value],
  ] as const
  return (
    <dl className={classes.values} style={{ flexBasis: '100%' }}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={classes.value}>
            <code>{value}</code>
            <CopyButton text={value} label={t('idp.copy', { what: label })} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
