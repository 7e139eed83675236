/** The way in: which screen a refused visitor sees, and which step of a sign-in comes next. */
import { useRouter } from '@tanstack/react-router'
import { authState, type AuthState } from '@/api/allauth'
import { isProblem } from '@/api/problem'
import { queryClient } from './queryClient'

export interface EntrySearch {
  /** Where to go on to afterwards. */
  next?: string
  /** The slug of the workspace whose sign-in page this is. */
  workspace?: string
}

export function entrySearch(search: Record<string, unknown>): EntrySearch {
  const next = typeof search.next === 'string' ? search.next : ''
  // A slug of digits is read as a number.
  const workspace = ['string', 'number'].includes(typeof search.workspace)
    ? String(search.workspace)
    : ''
  return { ...(next ? { next } : {}), ...(workspace ? { workspace } : {}) }
}

/** Only an address of our own is worth going back to. */
export function safeAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}

/** The same page's address with what must not be lost on the way. */
export function entryAddress(path: string, { next, workspace }: EntrySearch): string {
  const kept = new URLSearchParams({
    ...(workspace ? { workspace } : {}),
    ...(next ? { next } : {}),
  })
  const search = kept.toString()
  return search ? `${path}?${search}` : path
}

interface Entrance {
  to: '/sign-in' | '/join' | '/two-factor-setup' | '/sso-needed'
  search: EntrySearch & { again?: boolean }
}

/** Where a visitor is sent whom the workspace does not let in as they are; throws the rest. */
export async function entranceFor(error: unknown, href: string): Promise<Entrance> {
  if (!isProblem(error)) throw error
  const search = href === '/' ? {} : { next: href }
  if (error.code === 'access.mfa_needed') return { to: '/two-factor-setup', search }
  if (error.code === 'access.sso_needed') return { to: '/sso-needed', search }
  if (error.status !== 401) throw error
  if (error.code === 'access.sign_in_again' || error.code === 'access.method_refused') {
    return { to: '/sign-in', search: { ...search, again: true } }
  }
  const { account } = await authState()
  return { to: account ? '/join' : '/sign-in', search }
}

/** The address that a sign-in in progress is about; kept for its next screens, not for a reload. */
let address = ''

export function addressInProgress(): string {
  return address
}

export function rememberAddress(email: string): void {
  address = email
}

const SCREENS: Record<string, string> = {
  login_by_code: '/sign-in/code',
  mfa_authenticate: '/sign-in/second-factor',
  verify_email: '/verification',
}

/** Goes on to what is due: the next step, or in. */
export function useEntrySteps(search: EntrySearch) {
  const { history } = useRouter()

  function enter(): void {
    queryClient.clear()
    history.push(safeAddress(search.next))
  }

  function step(state: AuthState, email = address): void {
    rememberAddress(email)
    if (state.account) {
      enter()
      return
    }
    queryClient.removeQueries({ queryKey: ['auth-state'] })
    history.push(entryAddress(SCREENS[state.pending?.id ?? ''] ?? '/sign-in', search))
  }

  function leave(): void {
    queryClient.clear()
    history.push(entryAddress('/sign-in', search))
  }

  return { enter, step, leave, signInAddress: entryAddress('/sign-in', search) }
}
