import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconCpu, IconDesktop, IconPhone, IconTablet } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation, type Translate } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { endSessions, isoOf, sessionsQuery, type Session } from './account'
import { Row, Section } from './Section'
import classes from './Security.module.css'

const ICONS = { desktop: IconDesktop, mobile: IconPhone, tablet: IconTablet, app: IconCpu }

/** Where the account is signed in; any of it can be closed. */
export function SessionsSection({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useTranslation()
  const sessions = useQuery(sessionsQuery)
  const [asking, setAsking] = useState(false)
  const endAll = useMutation({
    mutationFn: () => endSessions((sessions.data ?? []).map(({ id }) => id)),
    onSuccess: onSignedOut,
    onError: (error) => notifyProblem(error, t),
    onSettled: () => setAsking(false),
  })
  return (
    <Section
      title={t('security.sessions')}
      text={t('security.sessionsText')}
      actions={
        sessions.data && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('security.sessionsEnd')}
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton height={64} mt="md" radius="md" />}
      {sessions.isError && (
        <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data && (
        <ul className={classes.list} aria-label={t('security.sessions')}>
          {ordered(sessions.data).map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      {asking && (
        <ConfirmDialog
          title={t('security.sessionsEndTitle')}
          text={t('security.sessionsEndText')}
          confirm={t('security.sessionsEnd')}
          danger
          busy={endAll.isPending}
          onConfirm={() => endAll.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

/** This device first, then the one that was seen last. */
function ordered(sessions: Session[]): Session[] {
  const seen = (session: Session) => session.last_seen_at ?? session.created_at
  return sessions.toSorted(
    (one, other) => Number(other.is_current) - Number(one.is_current) || seen(other) - seen(one),
  )
}

function deviceName({ device }: Session, t: Translate): string {
  const { browser, system, kind } = device
  if (browser && system) return t('security.sessionOn', { browser, system })
  if (kind === 'app') return browser || system || t('security.sessionApp')
  return browser || system || t('security.sessionUnknown')
}

function SessionRow({ session }: { session: Session }) {
  const { t, language } = useTranslation()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => endSessions([session.id]),
    onSuccess: () => {
      notify(t('security.sessionEnded'))
      return client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
    onError: (error) => notifyProblem(error, t),
  })
  const Icon = ICONS[session.device.kind]
  const name = deviceName(session, t)
  const seen = session.last_seen_at
    ? t('security.sessionSeen', { ago: formatAgo(isoOf(session.last_seen_at), language) })
    : ''
  const since = t('security.sessionSince', {
    date: formatDate(isoOf(session.created_at), language),
  })
  const place = t('security.sessionIp', { ip: session.ip })
  return (
    <Row
      icon={<Icon size={18} />}
      title={name}
      badge={
        session.is_current && <span className={classes.badge}>{t('security.sessionHere')}</span>
      }
      text={[place, seen, since].filter(Boolean).join(' · ')}
    >
      {!session.is_current && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('security.sessionEndLabel', { name })}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('security.sessionEnd')}
        </Button>
      )}
    </Row>
  )
}
