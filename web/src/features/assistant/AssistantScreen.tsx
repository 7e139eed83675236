import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useState, type ReactNode } from 'react'
import { goOnAbout, useAbout } from '@/api/here'
import type { Answer, Message, Nearest } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'
import { useSettled } from '@/offline/useSettled'
import { conversationQuery } from './api'
import { Composer } from './Composer'
import { ThreadSkeleton } from './ThreadSkeleton'
import { useFirstQuestion } from './firstQuestion'
import { placeOf } from './branches/branches'
import { useBranch } from './branches/useBranch'
import { useAsk, type Ask } from './useAsk'
import { Welcome } from './Welcome'
import classes from './Assistant.module.css'

const About = lazy(() => import('./context/About'))
const ClosedNote = lazy(() => import('./ClosedNote'))
// Nobody needs it before there is something to show: it comes while the first answer does.
const Thread = lazy(() => import('./Thread'))
const TogetherBar = lazy(() => import('./together/TogetherBar'))
const TogetherFoot = lazy(() => import('./together/TogetherFoot'))
const WaitingHere = lazy(() => import('@/offline/WaitingHere'))

/** The place in a document that a reader asked to see. */
export type SourcePlace = Nearest & { quote?: string; headings?: string[] }

const NOTHING: Message[] = []

interface AssistantScreenProps {
  conversationId: string | undefined
  name: string
  /** In a preview of what somebody sees, answers are shown and nothing is said back. */
  readOnly: boolean
  /** Whether it is such a preview: nothing is kept, so nothing can be attached. */
  preview: boolean
  onConversation: (id: string) => void
  renderSource: (place: SourcePlace, close: () => void) => ReactNode
  renderOften?: (() => ReactNode) | undefined
}

export function AssistantScreen(props: AssistantScreenProps) {
  const { conversationId, name, readOnly, preview, onConversation, renderSource } = props
  const { renderOften } = props
  const { t } = useTranslation()
  const settled = useSettled()
  const [place, setPlace] = useState<SourcePlace | null>(null)
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== undefined,
  })
  const { branch, show } = useBranch(conversationId, conversation.data?.messages ?? NOTHING)
  const onAnswer = useCallback(
    (answer: Answer) => {
      if (answer.conversation_id === conversationId) show(answer.follows ?? '', answer.id)
      else {
        goOnAbout(answer.conversation_id)
        onConversation(answer.conversation_id)
      }
    },
    [conversationId, onConversation, show],
  )
  const { pending, ask, stop, clear } = useAsk({ conversationId, onAnswer })
  useDocumentTitle(conversation.data?.title ?? t('assistant.title'))

  const close = useCallback(() => setPlace(null), [])
  const messages = pending ? pending.before : branch.messages
  // What one may only read is not gone on with.
  const shown = conversation.data
  const busy = pending?.state === 'streaming'
  const own = !shown?.asker
  const closed = shown?.closed === true
  const alone = !shown || (own && !shown.assignment && shown.people.length <= 1)
  const fresh = conversationId === undefined && !pending
  const about = useAbout(conversationId)
  const askNow: Ask = (question, wish = {}) => {
    const here = about ? { about: about.document_id } : {}
    void ask(question, { ...here, ...wish }, placeOf(branch, wish))
  }
  const askWith = (question: string, attachments: string[] = []) =>
    askNow(question, attachments.length > 0 ? { attachments } : {})
  useFirstQuestion(askNow)

  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        {!fresh && (
          <VisuallyHidden component="h1">
            {conversation.data?.title ?? t('assistant.title')}
          </VisuallyHidden>
        )}
        {fresh && <Welcome name={name} onAsk={askNow} renderOften={renderOften} />}
        {conversation.isLoading && !pending && <ThreadSkeleton />}
        {conversation.isError && !pending && (
          <div className={classes.problem}>
            <ProblemNotice error={conversation.error} onRetry={() => void conversation.refetch()} />
          </div>
        )}
        {shown && !readOnly && (!alone || shown.can.share) && (
          <Suspense fallback={<div className={classes.bar} />}>
            <TogetherBar key={shown.id} conversation={shown} />
          </Suspense>
        )}
        {!fresh && (messages.length > 0 || pending) && (
          <Suspense fallback={<ThreadSkeleton />}>
            <Thread
              conversationId={conversationId}
              messages={messages}
              branch={branch}
              onShow={show}
              canAsk={!readOnly && !closed && shown?.can.ask !== false}
              notes={shown?.notes}
              people={shown?.people}
              pending={pending}
              readOnly={readOnly || !own || closed}
              onAsk={askNow}
              onOpen={setPlace}
              onDiscard={clear}
            />
          </Suspense>
        )}
        {settled && (
          <Suspense>
            <WaitingHere conversationId={conversationId ?? null} />
          </Suspense>
        )}
        {about && !readOnly && (
          <Suspense>
            <About here={about} />
          </Suspense>
        )}
        {shown?.asker && !shown.can.write ? (
          <p className={classes.overseen} role="note">
            {t('oversee.reading', { name: shown.asker.name, company: shown.asker.company })}
          </p>
        ) : closed ? (
          <Suspense>
            <ClosedNote origin={shown.origin ?? null} />
          </Suspense>
        ) : alone ? (
          <Composer
            busy={busy}
            attachTo={preview ? undefined : (conversationId ?? '')}
            onAsk={askWith}
            onStop={stop}
          />
        ) : (
          <Suspense>
            <TogetherFoot
              key={shown.id}
              conversation={shown}
              own={own}
              busy={busy}
              onAsk={askWith}
              onStop={stop}
            />
          </Suspense>
        )}
      </div>
      {place && renderSource(place, close)}
    </div>
  )
}
