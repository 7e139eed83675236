/** Signing in and out, step by step: each call says where the person stands afterwards. */
import { allauth, authState, mine, stateOf, type AuthState } from '@/api/allauth'
import { api } from '@/api/client'
import { Problem, isProblem } from '@/api/problem'
import type { DemoAccount } from '@/api/types'
import { leaveBrowser, type Forgetting } from '@/offline/leaving'
import { proveWithCredential, type RequestOptions } from './webauthn'

async function step(path: string, body: unknown): Promise<AuthState> {
  const reply = await allauth('POST', path, body)
  // 409: somebody is signed in already, or this step is over.
  return reply.status === 409 ? authState() : stateOf(reply)
}

export function signIn(email: string, password: string): Promise<AuthState> {
  return step('/auth/login', { email, password })
}

/** A code by e-mail; the answer is the same for an address that nobody holds. */
export function requestCode(email: string): Promise<AuthState> {
  return step('/auth/code/request', { email })
}

export function confirmCode(code: string): Promise<AuthState> {
  return step('/auth/code/confirm', { code: bare(code) })
}

export async function resendSignInCode(): Promise<void> {
  await resend('/auth/code/resend')
}

async function resend(path: string): Promise<void> {
  const reply = await allauth('POST', path)
  if (reply.status !== 200) throw new Problem({ code: 'code.no_more' }, reply.status)
}

/** A code of the authenticator app, or one of the recovery codes. */
export function giveSecondFactor(code: string): Promise<AuthState> {
  return step('/auth/2fa/authenticate', { code: bare(code) })
}

interface Challenge {
  request_options: RequestOptions
}

/** Apps show codes in groups; the spaces between are not part of them. */
function bare(code: string): string {
  return code.replace(/\s/g, '')
}

async function signedAnswer(
  path: string,
  choices?: { suggested?: boolean; signal?: AbortSignal },
): Promise<AuthState> {
  const { status, data } = await allauth<Challenge | undefined>('GET', path)
  if (status !== 200 || !data) throw new Problem({ code: 'passkey.unavailable' }, status)
  const credential = await proveWithCredential(data.request_options, choices)
  return step(path, { credential })
}

export function signInWithPasskey(choices?: {
  suggested?: boolean
  signal?: AbortSignal
}): Promise<AuthState> {
  return signedAnswer('/auth/webauthn/login', choices)
}

export function giveSecurityKey(): Promise<AuthState> {
  return signedAnswer('/auth/webauthn/authenticate')
}

/** Confirming who one is while signed in. */
export const confirmation = {
  password: (password: string) => mine('POST', '/auth/reauthenticate', { password }),
  code: (code: string) => mine('POST', '/auth/2fa/reauthenticate', { code: bare(code) }),
  key: () => signedAnswer('/auth/webauthn/reauthenticate'),
}

interface Registration {
  email: string
  password: string
  name: string
  workspace: string
}

export function register(given: Registration): Promise<AuthState> {
  return step('/auth/signup', given)
}

export async function verifyEmail(code: string): Promise<AuthState> {
  const reply = await allauth('POST', '/auth/email/verify', { key: bare(code) })
  if (reply.status === 409) throw new Problem({ code: 'code.over' }, 409)
  return stateOf(reply)
}

export async function resendVerification(): Promise<void> {
  await resend('/auth/email/verify/resend')
}

export async function requestPasswordReset(email: string): Promise<void> {
  await allauth('POST', '/auth/password/request', { email })
}

/** Throws for a link that is unknown, used or expired. */
export async function checkResetKey(key: string): Promise<string> {
  const reply = await allauth<{ user?: { email?: string } }>(
    'GET',
    '/auth/password/reset',
    undefined,
    key,
  )
  if (reply.status !== 200) throw new Problem({ code: 'link.over' }, reply.status)
  return reply.data.user?.email ?? ''
}

export async function resetPassword(key: string, password: string): Promise<void> {
  await allauth('POST', '/auth/password/reset', { key, password })
}

/** Where an identity provider that opened the session ends its own; null without one. */
async function providerSignOut(): Promise<string | null> {
  try {
    return (await api.get<{ url: string | null }>('/sso/sign-out')).url
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

/**
 * The API answers 401 to say that nobody is signed in any more: that is success here.
 *
 * Questions that wait for the net go only with `everything`, for which the person was asked.
 */
export async function signOut(forgetting: Forgetting = 'copies'): Promise<void> {
  const elsewhere = await providerSignOut()
  await allauth('DELETE', '/auth/session')
  await leaveBrowser(forgetting)
  if (elsewhere === null) return
  window.location.assign(elsewhere)
  // The page is about to go: nothing of ours may navigate meanwhile.
  await new Promise(() => undefined)
}

/** Accounts to try the product with; none where this is no demonstration. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  try {
    return (await api.get<{ accounts: DemoAccount[] }>('/demo')).accounts
  } catch (error) {
    if (isProblem(error)) return []
    throw error
  }
}

export async function acceptInvitation(
  token: string,
  name: string,
  password: string,
): Promise<void> {
  await api.post('/invitations/acceptance', { token, name, password })
}

/** Makes the signed-in person a member of a workspace that lets them in. */
export async function joinWorkspace(workspace: string): Promise<void> {
  await api.post('/memberships', { workspace })
}
