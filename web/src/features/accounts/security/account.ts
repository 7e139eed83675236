/** The security of one's own account, as the sign-in API holds it. */
import { queryOptions } from '@tanstack/react-query'
import { allauth, authState, mine, type FactorType } from '@/api/allauth'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { createCredential, type CreationOptions } from '../webauthn'

/** Times in seconds since 1970, as the sign-in API writes them. */
export interface Factor {
  type: FactorType
  created_at: number
  last_used_at: number | null
  /** Of keys alone. */
  id?: number
  name?: string
  is_passwordless?: boolean
  /** Of recovery codes alone. */
  total_code_count?: number
  unused_code_count?: number
}

export interface Address {
  email: string
  verified: boolean
  primary: boolean
}

export interface Session {
  id: number
  ip: string
  created_at: number
  last_seen_at?: number
  is_current: boolean
  device: { browser: string; system: string; kind: 'desktop' | 'mobile' | 'tablet' | 'app' }
}

export const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString()

export const accountQuery = queryOptions({
  queryKey: ['account', 'state'],
  queryFn: authState,
})

export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  queryFn: () => mine<Factor[]>('GET', '/account/authenticators'),
})

export const addressesQuery = queryOptions({
  queryKey: ['account', 'addresses'],
  queryFn: () => mine<Address[]>('GET', '/account/email'),
})

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => mine<Session[]>('GET', '/auth/sessions'),
})

export async function changePassword(current: string, next: string): Promise<void> {
  const known = current ? { current_password: current } : {}
  await mine('POST', '/account/password/change', { ...known, new_password: next })
}

export const changeAddress = (email: string) => mine<Address[]>('POST', '/account/email', { email })
export const sendAddressCode = (email: string) => mine('PUT', '/account/email', { email })
export const giveUpAddress = (email: string) => mine('DELETE', '/account/email', { email })

export async function verifyAddress(code: string): Promise<void> {
  const reply = await allauth('POST', '/auth/email/verify', { key: code.trim() })
  if (reply.status !== 200) throw new Problem({ code: 'code.over' }, reply.status)
}

export interface TotpSecret {
  secret: string
}

const TOTP = '/account/authenticators/totp'
/** The picture of the secret that the session keeps until it is confirmed. */
export const TOTP_PICTURE = `/_allauth/browser/v1${TOTP}/qr.svg`

/** Begins a set-up: the secret comes with the answer that no app is set up yet. */
export async function beginTotp(): Promise<TotpSecret> {
  const reply = await allauth('GET', TOTP)
  if (reply.status !== 404) throw new Problem({ code: 'access.step_up_needed' }, reply.status)
  return { secret: String(reply.meta.secret) }
}

export const activateTotp = (code: string) =>
  mine<Factor>('POST', TOTP, { code: code.replace(/\s/g, '') })
export const removeTotp = () => mine('DELETE', TOTP)

const KEYS = '/account/authenticators/webauthn'

/** Registers this device or a key: the browser asks the person, the server keeps the result. */
export async function addKey(name: string, passkey: boolean): Promise<void> {
  const { creation_options } = await mine<{ creation_options: CreationOptions }>(
    'GET',
    passkey ? `${KEYS}?passwordless` : KEYS,
  )
  const credential = await createCredential(creation_options)
  await mine('POST', KEYS, { name, credential, ...(passkey ? { passwordless: true } : {}) })
}

export const renameKey = (id: number, name: string) => mine('PUT', KEYS, { id, name })
export const removeKey = (id: number) => mine('DELETE', KEYS, { authenticators: [id] })

const CODES = '/account/authenticators/recovery-codes'

/** The codes, if they have not been shown yet; the server tells them once. */
export async function unseenCodes(): Promise<string[]> {
  const reply = await allauth<{ unused_codes?: string[] }>('GET', CODES)
  return reply.status === 200 ? (reply.data.unused_codes ?? []) : []
}

export async function renewCodes(): Promise<string[]> {
  const { unused_codes } = await mine<{ unused_codes: string[] }>('POST', CODES)
  return unused_codes
}

/**
 * Closes sessions after a fresh proof of identity; when this one is among them, nobody is signed in
 * afterwards.
 */
export async function endSessions(ids: number[]): Promise<void> {
  const reply = await allauth('DELETE', '/auth/sessions', { sessions: ids })
  if (reply.status === 401 && reply.meta.is_authenticated === true) {
    throw new Problem({ code: 'access.step_up_needed' }, reply.status)
  }
}

export const deleteAccount = () => api.delete('/account')
