import { Suspense, lazy } from 'react'
import type { Answer, Citation } from '@/api/types'
import { IconAlert, IconSparkle } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDuration, keepPunctuation } from '@/i18n/format'
import { AnswerActions } from './AnswerActions'
import type { SourcePlace } from './AssistantScreen'
import { Refusal } from './Refusal'
import { Sentences } from './Sentences'
import { Sources } from './Sources'
import { PlainText } from './PlainText'
import classes from './AnswerCard.module.css'
import { isUnsure } from './unsure'
import type { Ask } from './useAsk'

const ContextNote = lazy(() => import('./context/ContextNote'))

interface AnswerCardProps {
  answer: Answer
  /** Only the newest answer offers what to ask next. */
  latest: boolean
  /** Shown to somebody who may not answer back. */
  readOnly?: boolean
  /** Whether the question may be answered anew. */
  canAsk?: boolean
  onAsk: Ask
  onOpen: (place: SourcePlace) => void
}

export function AnswerCard(props: AnswerCardProps) {
  const { answer, latest, readOnly = false, canAsk = false, onAsk, onOpen } = props
  const { t } = useTranslation()
  const { status } = answer
  return (
    <article className={classes.answer} lang={answer.language} aria-label={t('answer.label')}>
      <AnswerNotice answer={answer} />
      {answer.context && (
        <Suspense>
          <ContextNote answer={answer} />
        </Suspense>
      )}
      {status === 'refused' ? (
        <Refusal answer={answer} readOnly={readOnly} onOpen={onOpen} />
      ) : status === 'imported' ? (
        <div className={classes.verbatim}>{answer.text}</div>
      ) : (
        <AnswerBody answer={answer} onOpen={onOpen} />
      )}
      {!readOnly && <AnswerActions answer={answer} onAsk={canAsk ? onAsk : undefined} />}
      {latest && !readOnly && <NextQuestions questions={answer.suggestions} onAsk={onAsk} />}
    </article>
  )
}

function AnswerBody({ answer, onOpen }: { answer: Answer; onOpen: (c: Citation) => void }) {
  const { t, language } = useTranslation()
  return (
    <>
      {isUnsure(answer) ? (
        <p className={classes.unsure} lang={language}>
          {t('answer.unsure')}
        </p>
      ) : null}
      {answer.sentences.length > 0 ? (
        <Sentences sentences={answer.sentences} citations={answer.citations} onOpen={onOpen} />
      ) : (
        <PlainText text={answer.text} />
      )}
      <Sources citations={answer.citations} onOpen={onOpen} />
    </>
  )
}

function AnswerNotice({ answer }: { answer: Answer }) {
  const { t, language } = useTranslation()
  const imported = answer.status === 'imported'
  const details = [
    answer.model,
    answer.fallback ? t('answer.fallback') : null,
    answer.cached ? t('answer.cached') : null,
    imported ? null : formatDuration(answer.took_ms, language),
  ].filter(Boolean)
  return (
    <p
      className={classes.notice}
      data-imported={imported || undefined}
      lang={imported ? answer.language : language}
    >
      {imported ? <IconAlert size={14} aria-hidden /> : <IconSparkle size={14} aria-hidden />}
      <span>{answer.ai_notice || t('answer.notice')}</span>
      <span className={classes.details}>{details.join(' · ')}</span>
    </p>
  )
}

interface NextQuestionsProps {
  questions: string[]
  onAsk: (question: string) => void
}

function NextQuestions({ questions, onAsk }: NextQuestionsProps) {
  const { t } = useTranslation()
  if (questions.length === 0) return null
  return (
    <ul className={classes.next} aria-label={t('answer.next')}>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" onClick={() => onAsk(question)}>
            {keepPunctuation(question)}
          </button>
        </li>
      ))}
    </ul>
  )
}
