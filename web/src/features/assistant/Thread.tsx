import { Button, Skeleton } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import type { Answer, Message } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconRetry } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { AnswerCard } from './AnswerCard'
import type { SourcePlace } from './AssistantScreen'
import { PlainText } from './PlainText'
import type { Pending } from './useAsk'
import { keepPunctuation } from '@/i18n/format'
import classes from './Thread.module.css'

interface ThreadProps {
  conversationId: string | undefined
  messages: Message[]
  pending: Pending | null
  /** Somebody else's conversation, or a preview: no rating, no hand-over, no next question. */
  readOnly: boolean
  onAsk: (question: string) => void
  onOpen: (place: SourcePlace) => void
  onDiscard: () => void
}

/** Closer to the end than this (px), the reader wants to follow what is being written. */
const FOLLOW_WITHIN = 160

export function Thread(props: ThreadProps) {
  const { conversationId, messages, pending, readOnly, onAsk, onOpen, onDiscard } = props
  const scroller = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const written = pending?.text.length ?? 0

  useLayoutEffect(() => {
    following.current = true
  }, [conversationId, pending?.question])

  useLayoutEffect(() => {
    const box = scroller.current
    if (box && following.current) box.scrollTop = box.scrollHeight
  }, [written, messages.length, pending?.state])

  function onScroll(): void {
    const box = scroller.current
    if (!box) return
    following.current = box.scrollHeight - box.scrollTop - box.clientHeight < FOLLOW_WITHIN
  }

  const last = messages.at(-1)
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} ref={scroller} onScroll={onScroll} tabIndex={0}>
      <div className={classes.thread}>
        {messages.map((message) =>
          message.role === 'user' ? (
            <Question key={message.id} text={message.text} />
          ) : (
            <AnswerOf
              key={message.id}
              message={message}
              latest={message === last && !pending}
              readOnly={readOnly}
              onAsk={onAsk}
              onOpen={onOpen}
            />
          ),
        )}
        {pending && <PendingTurn pending={pending} onAsk={onAsk} onDiscard={onDiscard} />}
        <Announcer pending={pending} last={last?.answer ?? null} />
      </div>
    </div>
  )
}

function Question({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <h2 className={classes.question}>
      <span className={classes.unseen}>{t('thread.you')} </span>
      {keepPunctuation(text)}
    </h2>
  )
}

interface AnswerOfProps {
  message: Message
  latest: boolean
  readOnly: boolean
  onAsk: (question: string) => void
  onOpen: (place: SourcePlace) => void
}

function AnswerOf({ message, ...rest }: AnswerOfProps) {
  if (!message.answer) return <PlainText text={message.text} />
  return <AnswerCard answer={message.answer} {...rest} />
}

interface PendingTurnProps {
  pending: Pending
  onAsk: (question: string) => void
  onDiscard: () => void
}

function PendingTurn({ pending, onAsk, onDiscard }: PendingTurnProps) {
  const { t } = useTranslation()
  const { state, text, question } = pending
  const retry = () => onAsk(question)
  return (
    <>
      <Question text={question} />
      <div className={classes.pending}>
        {text && <PlainText text={text} />}
        {state === 'streaming' && (
          <p className={classes.writing}>
            <span className={classes.dots} aria-hidden />
            {text ? t('thread.writing') : t('thread.searching')}
          </p>
        )}
        {state === 'stopped' && (
          <div className={classes.stopped}>
            <span>{t('thread.stopped')}</span>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRetry size={14} />}
              onClick={retry}
            >
              {t('common.retry')}
            </Button>
            <Button variant="subtle" color="gray" size="xs" onClick={onDiscard}>
              {t('thread.discard')}
            </Button>
          </div>
        )}
        {state === 'failed' && (
          <ProblemNotice error={pending.error} kept={t('thread.kept')} onRetry={retry} />
        )}
      </div>
    </>
  )
}

/** Tells a screen reader twice a turn what happens, instead of at every word. */
function Announcer({ pending, last }: { pending: Pending | null; last: Answer | null }) {
  const { t } = useTranslation()
  const text =
    pending?.state === 'streaming'
      ? t('thread.searching')
      : pending?.state === 'stopped'
        ? t('thread.stopped')
        : (last?.text ?? '')
  return (
    <div className={classes.unseen} role="status" aria-live="polite">
      {text}
    </div>
  )
}

export function ThreadSkeleton() {
  return (
    <div className={classes.scroll} aria-hidden>
      <div className={classes.thread}>
        <Skeleton height={20} width="60%" mb="lg" />
        {['95%', '88%', '92%', '40%'].map((width) => (
          <Skeleton key={width} height={12} width={width} mb="sm" />
        ))}
      </div>
    </div>
  )
}
