import { Button, Progress } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Embeddings, VectorIndex } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconAlert, IconBook, IconCheck, IconRetry, IconStop } from '@/components/icons'
import { notifyProblem } from '@/components/notify'
import { useTranslation, type Translate } from '@/i18n'
import { formatDateTime, formatSpan } from '@/i18n/format'
import { useRebuild, useStop } from './api'
import { secondsLeft, situationOf, type Situation } from './situation'
import { causeText, modelName } from './words'
import classes from './Meaning.module.css'

const TONES = {
  starting: 'busy',
  empty: 'quiet',
  ready: 'ok',
  catchingUp: 'busy',
  stuck: 'warn',
  first: 'busy',
  switching: 'busy',
  stopped: 'warn',
  failed: 'bad',
} as const satisfies Record<Situation['kind'], string>

const ICONS = { busy: IconBook, quiet: IconBook, ok: IconCheck, warn: IconAlert, bad: IconAlert }

/** How far the passages are read, what goes on meanwhile, and what can be done about it. */
export function Reading({ embeddings }: { embeddings: Embeddings }) {
  const { t, language } = useTranslation()
  const situation = situationOf(embeddings)
  if (!situation) return null
  const { kind } = situation
  const tone = TONES[kind]
  const Icon = ICONS[tone]
  const index = situation.kind === 'starting' ? null : situation.index
  const unfinished = index && index.passages_done < index.passages_total
  return (
    <section aria-labelledby="meaning-reading">
      <h2 id="meaning-reading" className={classes.heading}>
        {t('meaning.index')}
      </h2>
      <div className={classes.state} data-tone={tone}>
        <Icon className={classes.icon} size={18} aria-hidden />
        <div className={classes.words}>
          <div role="status">
            <p className={classes.name}>{t(`meaning.${kind}`)}</p>
            {sentencesOf(situation, embeddings, t, language).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {index && unfinished && <ReadSoFar index={index} />}
          <Actions situation={situation} />
        </div>
      </div>
    </section>
  )
}

/** What the situation means, in a few sentences. */
function sentencesOf(
  situation: Situation,
  { builtin }: Embeddings,
  t: Translate,
  language: string,
): string[] {
  switch (situation.kind) {
    case 'ready': {
      const { passages_total: count, ended_at: ended } = situation.index
      const last = ended ? t('meaning.lastBuilt', { date: formatDateTime(ended, language) }) : null
      return [t('meaning.readyText', { count }), ...(last ? [last] : [])]
    }
    case 'switching':
      return [t('meaning.switchingText', { model: modelName(situation.old ?? '', builtin, t) })]
    case 'stopped':
    case 'failed': {
      const { index, old } = situation
      return [
        ...(index.error ? [causeText(index.error, t)] : []),
        t('meaning.keptDone', { count: index.passages_done }),
        old
          ? t('meaning.goesOnOld', { model: modelName(old, builtin, t) })
          : t('meaning.goesOnWords'),
        t('meaning.resumeHint'),
      ]
    }
    case 'stuck':
      return [causeText(situation.index.error ?? '', t), t('meaning.stuckText')]
    default:
      return [t(`meaning.${situation.kind}Text`)]
  }
}

function ReadSoFar({ index }: { index: VectorIndex }) {
  const { t, language } = useTranslation()
  const { passages_done: done, passages_total: total, per_second: speed, state } = index
  const left = state === 'building' ? secondsLeft(index) : null
  const counts = t('meaning.progress', { done, total })
  const facts = [
    counts,
    state === 'building' && speed
      ? t('meaning.speed', { count: Math.round(speed) || speed })
      : null,
    left === null ? null : t('meaning.left', { time: formatSpan(left, language) }),
  ].filter((fact) => fact !== null)
  return (
    <div className={classes.progress}>
      <Progress.Root size={6}>
        <Progress.Section
          value={Math.max(1, (done / total) * 100)}
          aria-label={t('meaning.index')}
          aria-valuetext={counts}
        />
      </Progress.Root>
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}

function Actions({ situation }: { situation: Situation }) {
  const { t } = useTranslation()
  const stop = useStop()
  const rebuild = useRebuild()
  const [asking, setAsking] = useState(false)
  const onError = (error: unknown) => notifyProblem(error, t)

  switch (situation.kind) {
    case 'starting':
    case 'catchingUp':
      return null
    case 'empty':
      return (
        <div className={classes.actions}>
          <Button component={Link} to="/documents" variant="default" size="xs">
            {t('documents.title')}
          </Button>
        </div>
      )
    case 'first':
    case 'switching':
      return (
        <div className={classes.actions}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconStop size={14} />}
            loading={stop.isPending}
            onClick={() => stop.mutate(undefined, { onError })}
          >
            {t('meaning.stop')}
          </Button>
        </div>
      )
    case 'stopped':
    case 'failed':
      return (
        <div className={classes.actions}>
          <Button
            size="xs"
            leftSection={<IconRetry size={14} />}
            loading={rebuild.isPending}
            onClick={() => rebuild.mutate(undefined, { onError })}
          >
            {t('meaning.resume')}
          </Button>
        </div>
      )
    default:
      return (
        <div className={classes.actions}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRetry size={14} />}
            onClick={() => setAsking(true)}
          >
            {t('meaning.rebuild')}
          </Button>
          {asking && (
            <ConfirmDialog
              title={t('meaning.rebuildTitle')}
              text={t('meaning.rebuildText', { count: situation.index.passages_total })}
              confirm={t('meaning.rebuild')}
              busy={rebuild.isPending}
              onConfirm={() =>
                rebuild.mutate(undefined, { onError, onSettled: () => setAsking(false) })
              }
              onClose={() => setAsking(false)}
            />
          )}
        </div>
      )
  }
}
