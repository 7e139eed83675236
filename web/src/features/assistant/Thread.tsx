import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Suspense, lazy, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Answer, Attachment, Message, Note, Participant } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconRetry } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { AnswerCard } from './AnswerCard'
import { attachedTo } from './api'
import type { SourcePlace } from './AssistantScreen'
import { PlainText } from './PlainText'
import { answerIn, type Branch } from './branches/branches'
import type { Ask, Pending } from './useAsk'
import { keepPunctuation } from '@/i18n/format'
import classes from './Thread.module.css'

const Attached = lazy(() => import('./attachments/Attached'))
const Said = lazy(() => import('./together/Said'))
const TurnTools = lazy(() => import('./branches/TurnTools'))

const NO_NOTES: Note[] = []
const NOBODY: Participant[] = []

interface ThreadProps {
  conversationId: string | undefined
  messages: Message[]
  /** What the team wrote beside it. */
  notes?: Note[] | undefined
  people?: Participant[] | undefined
  pending: Pending | null
  /** Somebody else's conversation, or a preview: no rating, no hand-over, no next question. */
  readOnly: boolean
  /** Whether questions may be asked in other words, and answered anew. */
  canAsk: boolean
  /** Which of the alternatives are shown. */
  branch: Branch
  onShow: (after: string, id: string) => void
  onAsk: Ask
  onOpen: (place: SourcePlace) => void
  onDiscard: () => void
}

/** Closer to the end than this (px), the reader wants to follow what is being written. */
const FOLLOW_WITHIN = 160

export default function Thread(props: ThreadProps) {
  const { conversationId, messages, pending, readOnly, onAsk, onOpen, onDiscard } = props
  const { notes = NO_NOTES, people = NOBODY, canAsk, branch, onShow } = props
  const scroller = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const shownOnce = useRef('')
  const written = pending?.text.length ?? 0
  /** The message that the address names, where somebody came for it. */
  const linked = useLocation({ select: ({ hash }) => hash })

  useLayoutEffect(() => {
    following.current = true
  }, [conversationId, pending?.question])

  useLayoutEffect(() => {
    const box = scroller.current
    const wanted = linked === '' ? null : document.getElementById(linked)
    if (wanted && box?.contains(wanted) && shownOnce.current !== linked) {
      shownOnce.current = linked
      following.current = false
      wanted.scrollIntoView({ block: 'start' })
    } else if (box && following.current) box.scrollTop = box.scrollHeight
  }, [linked, written, messages.length, notes.length, pending?.state])

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return undefined
    // What grows, or what takes room below, leaves the end in sight of who is reading it.
    const observer = new ResizeObserver(() => {
      if (following.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    for (const child of box.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  function onScroll(): void {
    const box = scroller.current
    if (!box) return
    following.current = box.scrollHeight - box.scrollTop - box.clientHeight < FOLLOW_WITHIN
  }

  const last = messages.at(-1)
  const latest = messages.findLast(({ role }) => role === 'assistant')
  const you = people.find((one) => one.you)?.id
  const names = people.map(({ name }) => name)
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} ref={scroller} onScroll={onScroll} tabIndex={0}>
      <div className={classes.thread}>
        {timeline(messages, notes).map((said) =>
          !('role' in said) || said.role === 'person' ? (
            <div key={said.id} id={placeOf(said)} data-linked={linked === placeOf(said)}>
              <Suspense fallback={<PlainText text={said.text} />}>
                <Said
                  said={said}
                  note={!('role' in said)}
                  own={said.author?.id === you}
                  names={names}
                  conversationId={conversationId}
                />
              </Suspense>
            </div>
          ) : said.role === 'user' ? (
            <Question
              // Nor the question's: it is known by another name until it comes from the server.
              key={`question-${branch.answerTo.get(said.id) ?? said.id}`}
              id={placeOf(said)}
              linked={linked === placeOf(said)}
              text={said.text}
              by={said.author?.name}
              files={said.attachments}
              conversationId={conversationId}
              tools={
                !pending && (
                  <Turn
                    message={said}
                    branch={branch}
                    canAsk={canAsk}
                    onShow={onShow}
                    onAsk={onAsk}
                    onOpen={onOpen}
                  />
                )
              }
            />
          ) : (
            <AnswerOf
              // Not the message's: what is being written in it outlives its coming from the server.
              key={said.answer?.id ?? said.id}
              message={said}
              linked={linked === placeOf(said)}
              latest={said === latest && !pending}
              readOnly={readOnly}
              canAsk={canAsk}
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

interface TurnProps {
  message: Message
  branch: Branch
  canAsk: boolean
  onShow: (after: string, id: string) => void
  onAsk: Ask
  onOpen: (place: SourcePlace) => void
}

/** What can be done with a question once it has its answer. */
function Turn({ message, branch, ...rest }: TurnProps) {
  const answer = answerIn(branch, message)
  if (!answer || answer.status === 'imported') return null
  return (
    <Suspense>
      <TurnTools answer={answer} branch={branch} {...rest} />
    </Suspense>
  )
}

/** Where a link to the message leads. */
const placeOf = ({ id }: Message | Note) => `message-${id}`

/** What was said and what was noted, in the order of time. */
function timeline(messages: Message[], notes: Note[]): (Message | Note)[] {
  if (notes.length === 0) return messages
  const when = ({ created_at }: Message | Note) => Date.parse(created_at)
  return [...messages, ...notes].sort((one, other) => when(one) - when(other))
}

interface QuestionProps {
  text: string
  id?: string
  /** Whether a link led here. */
  linked?: boolean
  /** Who asked, where it is not the person whose conversation it is. */
  by?: string | undefined
  files?: Attachment[]
  conversationId?: string | undefined
  tools?: ReactNode
}

function Question({ id, linked, text, by, files = [], conversationId, tools }: QuestionProps) {
  const { t } = useTranslation()
  return (
    <div id={id} className={classes.asked} data-linked={linked ?? false}>
      <h2 className={classes.question}>
        {by ? (
          <span className={classes.by}>{by}</span>
        ) : (
          <span className={classes.unseen}>{t('thread.you')} </span>
        )}
        {keepPunctuation(text)}
      </h2>
      {files.length > 0 && (
        <Suspense>
          <Attached files={files} conversationId={conversationId} />
        </Suspense>
      )}
      {tools}
    </div>
  )
}

interface AnswerOfProps {
  message: Message
  linked: boolean
  latest: boolean
  readOnly: boolean
  canAsk: boolean
  onAsk: Ask
  onOpen: (place: SourcePlace) => void
}

function AnswerOf({ message, linked, ...rest }: AnswerOfProps) {
  return (
    <div id={placeOf(message)} data-linked={linked}>
      {message.answer ? (
        <AnswerCard answer={message.answer} {...rest} />
      ) : (
        <PlainText text={message.text} />
      )}
    </div>
  )
}

interface PendingTurnProps {
  pending: Pending
  onAsk: Ask
  onDiscard: () => void
}

function PendingTurn({ pending, onAsk, onDiscard }: PendingTurnProps) {
  const { t } = useTranslation()
  const { state, text, question, wish } = pending
  const client = useQueryClient()
  const retry = () => onAsk(question, wish)
  return (
    <>
      <Question text={question} files={attachedTo(client, wish.attachments)} />
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
