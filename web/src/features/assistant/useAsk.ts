/** One question on its way: streaming, stopped or failed, until its answer joins the conversation. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isAbort, isProblem } from '@/api/problem'
import type { Answer, Message } from '@/api/types'
import { letWait } from '@/offline/letWait'
import { attachedTo, rememberAnswer, streamAnswer } from './api'

/** What is special about a question: the answer that it is asked in the place of, and how. */
export interface Wish {
  instead_of?: string
  length?: 'short' | 'normal' | 'detailed'
  /** A model's id. */
  model?: string
  /** Ids of the files that go with it. */
  attachments?: string[]
  /** Id of the document that it is about. */
  about?: string
}

export type Ask = (question: string, wish?: Wish) => void

/** Where in the conversation: what stands before it, and the answer that it goes on from. */
export interface Place {
  before: Message[]
  follows?: string | undefined
}

export interface Pending {
  question: string
  wish: Wish
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
    async (question: string, wish: Wish, { before, follows }: Place) => {
      request.current?.abort()
      const control = new AbortController()
      request.current = control
      const special = { ...wish, ...(follows === undefined ? {} : { follows }) }
      const change = (next: (pending: Pending) => Pending) => {
        if (request.current === control) setPending((now) => now && next(now))
      }
      setPending({ question, wish, before, text: '', state: 'streaming' })
      const key = crypto.randomUUID()
      const wait = async (sent?: string) => {
        const kept = await letWait({
          to: 'assistant',
          text: question,
          mentions: [],
          conversation_id: conversationId ?? null,
          special,
          sent,
        })
        if (kept && request.current === control) setPending(null)
        return kept
      }
      if (!navigator.onLine && (await wait())) return
      try {
        const answer = await streamAnswer(
          { question, ...(conversationId ? { conversation_id: conversationId } : {}), ...special },
          {
            onToken: (text) => change((now) => ({ ...now, text: now.text + text })),
            onRestart: () => change((now) => ({ ...now, text: '' })),
          },
          control.signal,
          key,
        )
        if (request.current !== control) return
        rememberAnswer(client, answer, attachedTo(client, wish.attachments))
        setPending(null)
        onAnswer(answer)
      } catch (error) {
        // Perhaps it arrived, and only its answer did not: it waits under the same key.
        if (isProblem(error) && error.code === 'network.unreachable' && (await wait(key))) return
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
