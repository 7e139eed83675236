import { Button, Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { IconAlert } from '@/components/icons'
import { problemText } from '@/components/problemText'
import { useTranslation } from '@/i18n'
import { Levels } from './Levels'
import type { Dictation, Engine, Phase } from './dictation'
import { SILENCE } from './microphone'
import classes from './Dictate.module.css'

interface DictatePanelProps {
  phase: Exclude<Phase, { name: 'idle' }>
  dictation: Dictation
  engine: Engine
  /** Whom a recording is given to. */
  host: string
}

/** What happens with the dictation, above the field; Escape lets it go. */
export function DictatePanel({ phase, dictation, engine, host }: DictatePanelProps) {
  const { t } = useTranslation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      dictation.cancel()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [dictation])
  return (
    <section className={classes.panel} aria-label={t('dictate.title')}>
      {phase.name === 'consent' && <Consent dictation={dictation} />}
      {phase.name === 'opening' && <p role="status">{t('dictate.opening')}</p>}
      {phase.name === 'listening' && (
        <ListeningNow phase={phase} dictation={dictation} engine={engine} host={host} />
      )}
      {phase.name === 'writing' && (
        <p className={classes.row} role="status">
          <Loader size="xs" aria-hidden />
          {t('dictate.writing')}
        </p>
      )}
      {phase.name === 'failed' && <Failed phase={phase} dictation={dictation} />}
      {(phase.name === 'opening' || phase.name === 'writing') && (
        <div className={classes.actions}>
          <Button variant="default" size="compact-sm" onClick={() => dictation.cancel()}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </section>
  )
}

type Of<Name extends Phase['name']> = Extract<Phase, { name: Name }>

interface ListeningProps extends Omit<DictatePanelProps, 'phase'> {
  phase: Of<'listening'>
}

/** A pause in which a person would have begun to speak. */
const QUIET_SECONDS = 3

function ListeningNow({ phase, dictation, engine, host }: ListeningProps) {
  const { t } = useTranslation()
  const seconds = useSeconds(phase.since)
  const { microphone, text } = phase
  const quiet = microphone !== null && seconds >= QUIET_SECONDS && microphone.loudest() < SILENCE
  return (
    <>
      <div className={classes.row}>
        {microphone && <Levels microphone={microphone} />}
        <span className={classes.time}>{clock(seconds)}</span>
        <span role="status" className={classes.said}>
          {quiet ? t('dictate.quiet') : text || t('dictate.listening')}
        </span>
      </div>
      <p className={classes.note}>
        {t(`dictate.where.${engine}`, { host })} {t('dictate.how')}
      </p>
      <div className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={() => dictation.cancel()}>
          {t('common.cancel')}
        </Button>
        <Button size="compact-sm" onClick={() => void dictation.finish()}>
          {t('dictate.end')}
        </Button>
      </div>
    </>
  )
}

function Failed({ phase, dictation }: { phase: Of<'failed'>; dictation: Dictation }) {
  const { t } = useTranslation()
  const { title, hint } =
    phase.fault === 'server'
      ? problemText(phase.error, t)
      : { title: t(`dictate.${phase.fault}`), hint: t(`dictate.${phase.fault}.hint`) }
  return (
    <>
      <div role="alert">
        <p className={classes.row}>
          <IconAlert size={18} aria-hidden />
          <strong>{title}</strong>
        </p>
        <p className={classes.note}>
          {hint}
          {phase.recording && ` ${t('dictate.kept')}`}
        </p>
      </div>
      <div className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={() => dictation.cancel()}>
          {t('common.close')}
        </Button>
        <Button size="compact-sm" onClick={() => void dictation.retry()}>
          {t('common.retry')}
        </Button>
      </div>
    </>
  )
}

function Consent({ dictation }: { dictation: Dictation }) {
  const { t } = useTranslation()
  const refuse = useRef<HTMLButtonElement>(null)
  useEffect(() => refuse.current?.focus(), [])
  return (
    <>
      <p>
        <strong>{t('dictate.consent')}</strong>
      </p>
      <p className={classes.note}>{t('dictate.consent.hint')}</p>
      <div className={classes.actions}>
        <Button ref={refuse} variant="default" size="compact-sm" onClick={() => dictation.cancel()}>
          {t('common.cancel')}
        </Button>
        <Button size="compact-sm" onClick={() => dictation.agree()}>
          {t('dictate.consent.agree')}
        </Button>
      </div>
    </>
  )
}

function useSeconds(since: number): number {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - since) / 1000))
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
