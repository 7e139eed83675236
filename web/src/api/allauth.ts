/** The headless sign-in API, which speaks its own dialect: what it answers, in our words. */
import { attempt, barred, stepUp } from './client'
import { Problem, problemFrom } from './problem'

const ROOT = '/_allauth/browser/v1'

export type FactorType = 'totp' | 'webauthn' | 'recovery_codes'

export interface Flow {
  id: string
  is_pending?: boolean
  types?: FactorType[]
}

export interface Account {
  id: string
  display: string
  email: string
  has_usable_password: boolean
}

interface Body {
  data?: unknown
  meta?: Record<string, unknown>
  errors?: { message: string; code?: string; param?: string }[]
}

/** An answer that is no failure of the request itself; its status says what it means. */
export interface Reply<Data> {
  status: number
  data: Data
  meta: Record<string, unknown>
}

/** Where a person stands: signed in, in the middle of it (a flow is pending), or neither. */
export interface AuthState {
  account: Account | null
  pending: Flow | null
  /** How this session was opened: password, code, mfa, socialaccount… */
  methods: { method: string; provider?: string }[]
}

interface SessionData {
  user?: Account
  methods?: AuthState['methods']
  flows?: Flow[]
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Refusals that a caller reads as an answer: not signed in (yet), not there, not now. */
const ANSWERS = new Set([200, 401, 404, 409, 410])

async function once(method: Method, path: string, body?: unknown, key?: string): Promise<Response> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['X-Password-Reset-Key'] = key
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  return attempt(`${ROOT}${path}`, { method, headers, ...content })
}

/** A refusal's first message and where each belongs; problems of the product itself as they are. */
async function failureOf(response: Response): Promise<Problem> {
  if (response.headers.get('Content-Type')?.includes('problem')) return problemFrom(response)
  const retry_after = Number(response.headers.get('Retry-After')) || 0
  const { errors = [] } = (await response.json().catch(() => ({}))) as Body
  const [first] = errors
  const fields = errors.flatMap(({ param, message }) => (param ? [{ field: param, message }] : []))
  return new Problem(
    { title: first?.message ?? '', code: first?.code ?? '', errors: fields, retry_after },
    response.status,
  )
}

/** Asks the sign-in API; where it wants a fresh proof of identity, the person is asked for it. */
export async function allauth<Data>(
  method: Method,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Reply<Data>> {
  let reply = await read<Data>(await once(method, path, body, key))
  if (reply.status === 401 && reply.meta.is_authenticated === true && (await stepUp())) {
    reply = await read<Data>(await once(method, path, body, key))
  }
  return reply
}

async function read<Data>(response: Response): Promise<Reply<Data>> {
  const isProblem = response.headers.get('Content-Type')?.includes('problem')
  if (isProblem || !ANSWERS.has(response.status)) throw await failureOf(response)
  const body = (await response.json().catch(() => ({}))) as Body
  return { status: response.status, data: body.data as Data, meta: body.meta ?? {} }
}

/** Like `allauth`, for calls that a signed-in person makes: anything but a success is thrown. */
export async function mine<Data>(method: Method, path: string, body?: unknown): Promise<Data> {
  const reply = await allauth<Data>(method, path, body)
  if (reply.status === 200) return reply.data
  const waiting = reply.status === 401 && reply.meta.is_authenticated === true
  if (reply.status === 401 && !waiting) barred()
  throw new Problem({ code: waiting ? 'access.step_up_needed' : 'auth.refused' }, reply.status)
}

export function stateOf(reply: Reply<unknown>): AuthState {
  const data = (reply.data ?? {}) as SessionData
  return {
    account: reply.status === 200 ? (data.user ?? null) : null,
    pending: data.flows?.find((flow) => flow.is_pending) ?? null,
    methods: data.methods ?? [],
  }
}

export async function authState(): Promise<AuthState> {
  return stateOf(await allauth('GET', '/auth/session'))
}
