import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import type { Answer, Nearest } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'
import { conversationQuery } from './api'
import { Composer } from './Composer'
import { Thread, ThreadSkeleton } from './Thread'
import { useAsk } from './useAsk'
import { Welcome } from './Welcome'
import classes from './Assistant.module.css'

/** The place in a document that a reader asked to see. */
export type SourcePlace = Nearest & { quote?: string; headings?: string[] }

interface AssistantScreenProps {
  conversationId: string | undefined
  name: string
  /** In a preview of what somebody sees, answers are shown and nothing is said back. */
  readOnly: boolean
  onConversation: (id: string) => void
  renderSource: (place: SourcePlace, close: () => void) => ReactNode
}

export function AssistantScreen(props: AssistantScreenProps) {
  const { conversationId, name, readOnly, onConversation, renderSource } = props
  const { t } = useTranslation()
  const [place, setPlace] = useState<SourcePlace | null>(null)
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== undefined,
  })
  const onAnswer = useCallback(
    (answer: Answer) => {
      if (answer.conversation_id !== conversationId) onConversation(answer.conversation_id)
    },
    [conversationId, onConversation],
  )
  const { pending, ask, stop, clear } = useAsk({ conversationId, onAnswer })
  useDocumentTitle(conversation.data?.title ?? t('assistant.title'))

  const close = useCallback(() => setPlace(null), [])
  const messages = pending ? pending.before : (conversation.data?.messages ?? [])
  // Somebody else's, of a company that the member oversees: it is read, not gone on with.
  const asker = conversation.data?.asker ?? null
  const fresh = conversationId === undefined && !pending
  const askNow = (question: string) => void ask(question)

  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        {!fresh && (
          <VisuallyHidden component="h1">
            {conversation.data?.title ?? t('assistant.title')}
          </VisuallyHidden>
        )}
        {fresh && <Welcome name={name} onAsk={askNow} />}
        {conversation.isLoading && !pending && <ThreadSkeleton />}
        {conversation.isError && !pending && (
          <div className={classes.problem}>
            <ProblemNotice error={conversation.error} onRetry={() => void conversation.refetch()} />
          </div>
        )}
        {!fresh && (messages.length > 0 || pending) && (
          <Thread
            conversationId={conversationId}
            messages={messages}
            pending={pending}
            readOnly={readOnly || asker !== null}
            onAsk={askNow}
            onOpen={setPlace}
            onDiscard={clear}
          />
        )}
        {asker ? (
          <p className={classes.overseen} role="note">
            {t('oversee.reading', { name: asker.name, company: asker.company })}
          </p>
        ) : (
          <Composer busy={pending?.state === 'streaming'} onAsk={askNow} onStop={stop} />
        )}
      </div>
      {place && renderSource(place, close)}
    </div>
  )
}
