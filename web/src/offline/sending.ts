/**
 * Sends what waits, once. Whoever gets the lock (a page or the service worker) sends alone; each
 * goes under its own key, so that one whose answer was lost is answered from memory.
 */
import { address, jsonBody } from '@/api/client'
import { problemFrom } from '@/api/problem'
import type { Answer, Me } from '@/api/types'
import { channel, type News } from './channel'
import { ownerOf, type Waiting } from './store'
import { LOCK, allWaiting, markRefused, markTaken, markTried, waitingOf } from './waiting'

/** `again`: something waits that may go later; nothing was lost. */
export type Outcome = 'done' | 'again'

/** Refusals that are about the moment, not about what was written. */
const LATER = new Set([401, 408, 425, 429])

export async function sendWaiting(): Promise<Outcome> {
  return await navigator.locks.request(LOCK, sendAll)
}

async function sendAll(): Promise<Outcome> {
  // A refused one waits for its author.
  if ((await allWaiting()).every(({ refusal }) => refusal)) return 'done'
  const me = await signedIn()
  if (me === null) return 'again'
  for (const waiting of await waitingOf(ownerOf(me))) {
    if (waiting.refusal) continue
    if ((await sendOne(waiting, me.language)) === 'again') return 'again'
  }
  return 'done'
}

/** Whose session the browser holds now: nobody's words go in another's name. */
async function signedIn(): Promise<Me | null> {
  try {
    const response = await fetch(address('/me'), { credentials: 'same-origin' })
    if (!response.ok) return null
    const me = (await response.json()) as Me
    return me.preview ? null : me
  } catch {
    return null
  }
}

async function sendOne(waiting: Waiting, language: string): Promise<Outcome> {
  const { id } = waiting
  if (!(await markTried(id))) return 'done'
  const { path, body } = requestOf(waiting)
  let response: Response
  try {
    const init = jsonBody('POST', body, id)
    const headers = new Headers(init.headers)
    // A refusal is read by its author.
    headers.set('Accept-Language', language)
    response = await fetch(address(path), { credentials: 'same-origin', ...init, headers })
  } catch {
    return 'again'
  }
  return settle(waiting, response)
}

/** The very request that the page makes with the net, so that both have the same fingerprint. */
function requestOf({ to, text, special, mentions, conversation_id }: Waiting) {
  if (to === 'assistant') {
    const where = conversation_id ? { conversation_id } : {}
    return { path: '/answers', body: { question: text, ...where, ...special } }
  }
  return { path: `/conversations/${conversation_id}/${to}`, body: { text, mentions, ...special } }
}

async function settle({ id, to, conversation_id }: Waiting, response: Response): Promise<Outcome> {
  let news: News = { kind: 'changed' }
  if (response.ok) {
    const said = (await response.json()) as Partial<Answer>
    await markTaken(id)
    const opened = to === 'assistant' && conversation_id === null
    const where = conversation_id ?? said.conversation_id
    if (where) news = { kind: 'taken', conversation_id: where, opened }
  } else {
    if (response.status >= 500 || LATER.has(response.status)) return 'again'
    const { message, hint, status } = await problemFrom(response)
    await markRefused(id, { status, title: message, hint })
  }
  channel().postMessage(news)
  return 'done'
}
