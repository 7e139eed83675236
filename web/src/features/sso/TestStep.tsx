import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconAlert, IconCheck } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDateTime } from '@/i18n/format'
import { testQuery, useBeginTest, type Connection, type SignInTest } from './api'
import classes from './Sso.module.css'

interface TestStepProps {
  connection: Connection
  test: string | null
}

/** Tries a sign-in out: the browser leaves for the provider and comes back to the result. */
export function TestStep({ connection, test }: TestStepProps) {
  const { t, language } = useTranslation()
  const begin = useBeginTest(connection.id)
  const leave = () =>
    begin.mutate(undefined, { onSuccess: ({ start_url }) => window.location.assign(start_url) })
  return (
    <div className={classes.form}>
      <p className={classes.text}>
        {connection.tested_at
          ? t('idp.testedAt', { date: formatDateTime(connection.tested_at, language) })
          : t('idp.untested')}
      </p>
      {begin.isError && <ProblemNotice error={begin.error} />}
      <Button
        style={{ alignSelf: 'flex-start' }}
        variant="default"
        loading={begin.isPending}
        onClick={leave}
      >
        {t('idp.runTest')}
      </Button>
      {test && <Result id={test} />}
    </div>
  )
}

/** Whoever comes back from the provider came for this. */
const show = (result: HTMLElement | null) => result?.focus()

function Result({ id }: { id: string }) {
  const { t } = useTranslation()
  const test = useQuery(testQuery(id))
  if (test.isPending) return null
  if (test.isError) return <ProblemNotice error={test.error} />
  const { ok, title, hint, detail, claims, told, outcome } = test.data
  if (ok === null) return <p className={classes.text}>{t('idp.testOpen')}</p>
  return (
    <section
      ref={show}
      tabIndex={-1}
      className={classes.result}
      role="status"
      aria-label={t('idp.testResult')}
    >
      <p className={classes.verdict} data-ok={ok}>
        {ok ? <IconCheck size={18} aria-hidden /> : <IconAlert size={18} aria-hidden />}
        {ok ? t('idp.testOk') : title}
      </p>
      {!ok && <p className={classes.text}>{hint}</p>}
      {!ok && detail && <p className={classes.text}>{t('idp.detail', { detail })}</p>}
      {outcome && <Outcome outcome={outcome} />}
      {claims && <Claims claims={claims} />}
      {Object.keys(told).length > 0 && (
        <details>
          <summary>{t('idp.told')}</summary>
          <pre className={classes.told}>{JSON.stringify(told, null, 2)}</pre>
        </details>
      )}
    </section>
  )
}

function Outcome({ outcome }: { outcome: NonNullable<SignInTest['outcome']> }) {
  const { t } = useTranslation()
  const who = outcome.name === '' ? outcome.email : outcome.name
  const role = t(`role.${outcome.role}`)
  return (
    <p>
      {t(outcome.new_member ? 'idp.wouldJoin' : 'idp.wouldEnter', { who, role })}
      {!outcome.role_followed && ` ${t('idp.roleKept')}`}
    </p>
  )
}

function Claims({ claims }: { claims: NonNullable<SignInTest['claims']> }) {
  const { t } = useTranslation()
  const rows = [
    ['idp.claim.email', claims.email],
    ['idp.claim.name', claims.name],
    ['idp.claim.subject', claims.subject],
    ['idp.claim.groups', claims.groups?.join(', ') ?? ''],
  ] as const
  return (
    <dl className={classes.values}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd className={classes.value}>{value === '' ? t('idp.notTold') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
