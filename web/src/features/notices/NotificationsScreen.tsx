import { Checkbox, NativeSelect, Skeleton, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { Section } from '@/features/accounts/security/Section'
import { useTranslation } from '@/i18n'
import { choicesQuery, useChoose, type Choices, type ChoicesChange, type Ways } from './api'
import { DevicesSection } from './DevicesSection'
import classes from './Notices.module.css'

const MAILS = ['now', 'daily', 'never'] as const
/** What is proposed to who wants quiet hours. */
const NIGHT = { start: '21:00', end: '07:00' }

/** How the person is told: on which devices, by which way for what, and when not. */
export function NotificationsScreen() {
  const { t } = useTranslation()
  const choices = useQuery(choicesQuery)
  return (
    <Page title={t('notices.settings')} description={t('notices.settingsText')}>
      <DevicesSection />
      {choices.isPending && <Skeleton height={320} mt="md" radius="md" />}
      {choices.isError && (
        <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} />
      )}
      {choices.data && <ChoicesForm held={choices.data} />}
    </Page>
  )
}

function ChoicesForm({ held }: { held: Choices }) {
  const { t } = useTranslation()
  const save = useChoose()
  // Shown at once; what could not be saved stays chosen here.
  const [unsaved, setUnsaved] = useState<Choices | null>(null)
  const latest = useRef(0)
  const shown = unsaved ?? held

  function choose(part: Partial<ChoicesChange>): void {
    const change = { ...wholeOf(shown), ...part }
    setUnsaved(merged(shown, change))
    send(change)
  }

  function send(change: ChoicesChange): void {
    const own = ++latest.current
    const onSuccess = () => {
      if (own === latest.current) setUnsaved(null)
    }
    save.mutate(change, { onSuccess })
  }

  return (
    <>
      {save.isError && (
        <ProblemNotice
          error={save.error}
          kept={t('notices.kept')}
          onRetry={() => send(wholeOf(shown))}
        />
      )}
      <Section title={t('notices.ways')} text={t('notices.waysText')}>
        {!shown.mail_is_set_up && <p className={classes.hint}>{t('notices.noMail')}</p>}
        <ul className={classes.kinds}>
          {shown.kinds.map((ways) => (
            <KindRow
              key={ways.kind}
              ways={ways}
              mails={shown.mail_is_set_up}
              onChange={(next) =>
                choose({ kinds: shown.kinds.map((one) => (one.kind === next.kind ? next : one)) })
              }
            />
          ))}
        </ul>
        {shown.kinds.some(({ mail }) => mail === 'daily') && (
          <Clock
            label={t('notices.digestAt')}
            value={shown.digest_at}
            onChange={(digest_at) => choose({ digest_at })}
          />
        )}
      </Section>
      <QuietSection shown={shown} onChange={(quiet) => choose({ quiet })} />
      <p role="status" className={classes.saved}>
        {save.isSuccess && t('common.saved')}
      </p>
    </>
  )
}

/** All that is chosen; times belong to the zone in which they were chosen. */
function wholeOf({ kinds, quiet, digest_at }: Choices): ChoicesChange {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { kinds, quiet, digest_at, zone }
}

function merged(held: Choices, { kinds, quiet, digest_at }: ChoicesChange): Choices {
  return { ...held, kinds, quiet: quiet ?? null, digest_at }
}

interface KindRowProps {
  ways: Ways
  mails: boolean
  onChange: (ways: Ways) => void
}

function KindRow({ ways, mails, onChange }: KindRowProps) {
  const { t } = useTranslation()
  const { kind, push, mail } = ways
  const name = t(`notices.kind.${kind}`)
  return (
    <li className={classes.kind}>
      <span>{name}</span>
      <Checkbox
        label={t('notices.push')}
        aria-label={`${name} : ${t('notices.push')}`}
        checked={push}
        onChange={(event) => onChange({ ...ways, push: event.currentTarget.checked })}
      />
      <NativeSelect
        aria-label={`${name} : ${t('notices.mail')}`}
        disabled={!mails}
        value={mail}
        onChange={(event) => onChange({ ...ways, mail: event.currentTarget.value as Ways['mail'] })}
        data={MAILS.map((value) => ({ value, label: t(`notices.mail.${value}`) }))}
      />
    </li>
  )
}

interface QuietSectionProps {
  shown: Choices
  onChange: (quiet: Choices['quiet']) => void
}

function QuietSection({ shown: { quiet }, onChange }: QuietSectionProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('notices.quiet')} text={t('notices.quietText')}>
      <Switch
        mt="md"
        label={t('notices.quietOn')}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? NIGHT : null)}
      />
      {quiet && (
        <div className={classes.times}>
          <Clock
            label={t('notices.quietFrom')}
            value={quiet.start}
            onChange={(start) => onChange({ ...quiet, start })}
          />
          <Clock
            label={t('notices.quietTo')}
            value={quiet.end}
            onChange={(end) => onChange({ ...quiet, end })}
          />
        </div>
      )}
    </Section>
  )
}

interface ClockProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function Clock({ label, value, onChange }: ClockProps) {
  return (
    <TextInput
      type="time"
      maw={160}
      label={label}
      value={value}
      onChange={(event) => {
        // Empty while the time is being typed.
        if (event.currentTarget.value) onChange(event.currentTarget.value)
      }}
    />
  )
}
