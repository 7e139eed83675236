/** Tells the others that the reader is there, has read and is writing; and who else is writing. */
import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { conversationQuery } from '../api'
import { tellLeft, tellPresence } from './api'

const AGAIN_MS = 20_000
/** While somebody writes, the others are told so often, and believe it for so long. */
const TYPING_EVERY_MS = 3_000
const TYPING_LASTS_MS = 6_000

/** When each of those who write was last told of. */
type Typing = Record<string, number>
const NOBODY: Typing = {}
const typingKey = (id: string) => ['typing', id] as const

interface PresenceNews {
  conversation_id: string
  member_id: string
  typing: boolean
  /** Only the writing is news: who is there has not changed. */
  known: boolean
}

/** Takes up what the live stream tells of somebody's presence. */
export function applyPresence(client: QueryClient, news: PresenceNews): void {
  const { conversation_id: id, member_id: member } = news
  const told = Date.now()
  const set = (change: (now: Typing) => Typing) =>
    client.setQueryData<Typing>(typingKey(id), (now = NOBODY) => change(now))
  set((now) => (news.typing ? { ...now, [member]: told } : without(now, member)))
  if (news.typing) {
    // Who is not told of again has stopped.
    window.setTimeout(
      () => set((now) => (now[member] === told ? without(now, member) : now)),
      TYPING_LASTS_MS,
    )
  }
  if (!news.known) void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
}

function without(typing: Typing, member: string): Typing {
  return Object.fromEntries(Object.entries(typing).filter(([id]) => id !== member))
}

/** The ids of those who are writing right now. */
export function useTyping(id: string): string[] {
  const { data = NOBODY } = useQuery<Typing>({
    queryKey: typingKey(id),
    queryFn: skipToken,
    initialData: NOBODY,
  })
  return Object.keys(data)
}

/** As long as the conversation is on a visible screen; returns what tells that one is writing. */
export function usePresence(id: string, enabled: boolean, said: number): () => void {
  const client = useQueryClient()
  const typedAt = useRef(0)
  useEffect(() => {
    if (!enabled) return undefined
    const tell = () => {
      if (document.visibilityState !== 'visible') return
      // Without the net nobody is told; the next time comes by itself.
      tellPresence(client, id, { read: true }).catch(() => undefined)
    }
    tell()
    const timer = window.setInterval(tell, AGAIN_MS)
    document.addEventListener('visibilitychange', tell)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
    // What was said since is read as soon as it is shown.
  }, [client, id, enabled, said])
  useEffect(() => {
    if (!enabled) return undefined
    const leave = () => tellLeft(id)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, enabled])
  return useCallback(() => {
    if (!enabled || Date.now() - typedAt.current < TYPING_EVERY_MS) return
    typedAt.current = Date.now()
    tellPresence(client, id, { typing: true, read: true }).catch(() => undefined)
  }, [client, id, enabled])
}
