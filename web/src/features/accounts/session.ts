/** Signing in and out through the headless sign-in API, which speaks its own dialect of errors. */
import { api } from '@/api/client'
import { Problem, isProblem } from '@/api/problem'
import type { DemoAccount } from '@/api/types'

const ROOT = '/_allauth/browser/v1'

interface SignInFailure {
  errors?: { message: string; param?: string }[]
}

async function failureOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as SignInFailure
  const [first] = body.errors ?? []
  return new Problem({ code: 'sign_in.refused', title: first?.message ?? '' }, response.status)
}

/** Throws a `Problem`; one without a title means that e-mail and password do not belong together. */
export async function signIn(email: string, password: string): Promise<void> {
  let response: Response
  try {
    response = await fetch(`${ROOT}/auth/login`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Accept-Language': document.documentElement.lang,
      },
      body: JSON.stringify({ email, password }),
    })
  } catch {
    throw new Problem({ code: 'network.unreachable' }, 0)
  }
  // 409: somebody is signed in already, which is what was asked for.
  if (response.ok || response.status === 409) return
  throw await failureOf(response)
}

/** The API answers 401 to say that nobody is signed in any more: that is success here. */
export async function signOut(): Promise<void> {
  const response = await fetch(`${ROOT}/auth/session`, {
    method: 'DELETE',
    credentials: 'same-origin',
  })
  if (!response.ok && response.status !== 401) throw new Problem({}, response.status)
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
