/** The thin way to the server: one function a verb, JSON in and out, problems thrown. */
import { Problem, isAbort, isProblem, problemFrom } from './problem'
import { noteAnswer } from './reach'
import type { Page } from './types'

const ROOT = '/api/v2'

type Query = Record<string, string | number | boolean | null | undefined>

let language = 'fr'
let onBarred: () => void = () => undefined
let confirmIdentity: () => Promise<boolean> = () => Promise.resolve(false)

/** The workspace asks for more than the person has given: what that is, the layout's guard finds. */
const BARRED = new Set(['access.mfa_needed', 'access.sso_needed'])
const STEP_UP = 'access.step_up_needed'

/** The language in which the server words its errors from now on. */
export function setClientLanguage(next: string): void {
  language = next
}

/** Where copies of what was read are kept, for when no answer comes. */
export interface Keeper {
  keep: (url: string, body: unknown) => void
  /** Undefined where nothing was kept. */
  find: (url: string) => Promise<unknown>
  /** The server refuses what it once gave. */
  drop: (url: string) => void
}

let keeper: Keeper | null = null

export function setKeeper(next: Keeper): void {
  keeper = next
}

/** Counts who came and went: an answer asked for by somebody who has left is not kept. */
let visit = 0

export function endVisit(): void {
  visit += 1
}

export function currentVisit(): number {
  return visit
}

/** Called when the server says that nobody is signed in any more, or not well enough. */
export function setBarredHandler(handler: () => void): void {
  onBarred = handler
}

/** For the sign-in API, which says so in other words. */
export function barred(): void {
  onBarred()
}

/** Asks the person to confirm who they are; true when they did. */
export function setStepUpHandler(handler: () => Promise<boolean>): void {
  confirmIdentity = handler
}

/** The same, for the sign-in API. */
export function stepUp(): Promise<boolean> {
  return confirmIdentity()
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `${ROOT}${path}${text ? `?${text}` : ''}`
}

/** One request in the reader's language; a network that fails is a `Problem` too. */
export async function attempt(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('Accept-Language', language)
  if (!headers.has('Accept')) headers.set('Accept', 'application/json')
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...init, headers })
    noteAnswer(true)
    return response
  } catch (error) {
    if (isAbort(error)) throw error
    noteAnswer(false)
    throw new Problem({ code: 'network.unreachable' }, 0)
  }
}

/** Sends a request; a response that is not a success is thrown as a `Problem`.
 *
 * A sensitive action is repeated once the person has confirmed who they are; when they would
 * rather not, its refusal is thrown, and nothing has changed.
 */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await attempt(url, init)
  if (response.ok) return response
  const problem = await problemFrom(response)
  if (problem.code === STEP_UP && (await confirmIdentity())) {
    const repeated = await attempt(url, init)
    if (repeated.ok) return repeated
    throw noted(await problemFrom(repeated))
  }
  throw noted(problem)
}

function noted(problem: Problem): Problem {
  if (problem.status === 401 || BARRED.has(problem.code)) onBarred()
  return problem
}

export function jsonBody(
  method: string,
  body: unknown,
  key: string = crypto.randomUUID(),
): RequestInit {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (method === 'POST') headers['Idempotency-Key'] = key
  return { method, headers, body: JSON.stringify(body ?? {}) }
}

async function parsed<Result>(response: Response): Promise<Result> {
  if (response.status === 204) return undefined as Result
  return (await response.json()) as Result
}

/** What the server answers; without an answer, what was kept of an earlier one. */
async function read<Result>(url: string, init: RequestInit): Promise<Result> {
  const begun = visit
  try {
    const result = await parsed<Result>(await send(url, init))
    if (begun === visit) keeper?.keep(url, result)
    return result
  } catch (error) {
    if (!isProblem(error)) throw error
    if ([401, 403, 404, 410].includes(error.status)) keeper?.drop(url)
    const copy = error.offline ? await keeper?.find(url) : undefined
    if (copy === undefined) throw error
    return copy as Result
  }
}

/** Keeps what the screen knows without having read it, as if it had. */
export function keepRead(path: string, body: unknown): void {
  keeper?.keep(address(path), body)
}

/** Reads a whole list, page after page; for lists that a person would read whole. */
async function all<Item>(path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await api.get<Page<Item>>(path, { limit: 100, cursor })
    items.push(...page.items)
    cursor = page.next_cursor ?? null
  } while (cursor !== null)
  return items
}

export const api = {
  all,
  get: <Result>(path: string, query?: Query, signal?: AbortSignal) =>
    read<Result>(address(path, query), signal ? { signal } : {}),
  post: async <Result>(path: string, body?: unknown) =>
    parsed<Result>(await send(address(path), jsonBody('POST', body))),
  put: async <Result>(path: string, body: unknown) =>
    parsed<Result>(await send(address(path), jsonBody('PUT', body))),
  patch: async <Result>(path: string, body: unknown) =>
    parsed<Result>(await send(address(path), jsonBody('PATCH', body))),
  delete: async (path: string) =>
    parsed<undefined>(await send(address(path), { method: 'DELETE' })),
}
