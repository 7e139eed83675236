/** One question on its way: streaming, stopped or failed, until its answer joins the conversation. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isAbort } from '@/api/problem'
import type { Answer, Message } from '@/api/types'
import { conversationQuery, rememberAnswer, streamAnswer } from './api'

export interface Pending {
  question: string
  /** What stood in the conversation when the question was asked. */
  before: Message[]
  text: string
  state: 'streaming' | 'stopped' | 'failed'
  error?: unknown
}

interface Options {
  conversationId: string | undefined
  onAnswer: (answer: Answer) => void
}

export function useAsk({ conversationId, onAnswer }: Options) {
  const client = useQueryClient()
  const [pending, setPending] = useState<Pending | null>(null)
  const request = useRef<AbortController | null>(null)

  const ask = useCallback(
    async (question: string) => {
      request.current?.abort()
      const control = new AbortController()
      request.current = control
      const known = conversationId
        ? client.getQueryData(conversationQuery(conversationId).queryKey)
        : undefined
      const change = (next: (pending: Pending) => Pending) => {
        if (request.current === control) setPending((now) => now && next(now))
      }
      setPending({ question, before: known?.messages ?? [], text: '', state: 'streaming' })
      try {
        const answer = await streamAnswer(
          conversationId ? { question, conversation_id: conversationId } : { question },
          {
            onToken: (text) => change((now) => ({ ...now, text: now.text + text })),
            onRestart: () => change((now) => ({ ...now, text: '' })),
          },
          control.signal,
        )
        if (request.current !== control) return
        rememberAnswer(client, answer)
        setPending(null)
        onAnswer(answer)
      } catch (error) {
        change((now) =>
          isAbort(error) ? { ...now, state: 'stopped' } : { ...now, state: 'failed', error },
        )
      }
    },
    [client, conversationId, onAnswer],
  )

  const stop = useCallback(() => request.current?.abort(), [])
  const clear = useCallback(() => {
    const control = request.current
    request.current = null
    control?.abort()
    setPending(null)
  }, [])

  useEffect(() => clear, [clear])
  return { pending, ask, stop, clear }
}
