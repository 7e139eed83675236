/** The addresses of the screens that come before being let in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { authState } from '@/api/allauth'
import { entrySearch, rememberAddress, type EntrySearch } from './entry'
import { queryClient } from './queryClient'
import { root } from './rootRoute'

interface SignInSearch extends EntrySearch {
  again?: boolean
}
interface FinishedSearch extends EntrySearch {
  error?: string
  confirmed?: boolean
}
interface ResetSearch extends EntrySearch {
  email?: string
}

/** The session became too old: it ends here, and its address is asked for no second time. */
async function endOldSession(): Promise<void> {
  const { account } = await authState()
  if (!account) return
  rememberAddress(account.email)
  const { signOut } = await import('@/features/accounts/session')
  await signOut()
}

/** The workspace's looks are there before its page is: nothing is painted twice. */
async function awaitLooks({ search }: { search: EntrySearch }): Promise<void> {
  if (!search.workspace) return
  const { optionsQuery } = await import('@/features/accounts/options')
  // The page asks again, and says what failed.
  await queryClient.query(optionsQuery(search.workspace)).catch(() => undefined)
}

const below = <Path extends string>(path: Path) => ({
  getParentRoute: () => root,
  path,
  validateSearch: entrySearch,
  beforeLoad: awaitLooks,
})

const signIn = createRoute({
  ...below('/sign-in'),
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...entrySearch(search),
    ...(search.again === true ? { again: true } : {}),
  }),
  beforeLoad: async ({ search }) => {
    if (search.again) await endOldSession()
    await awaitLooks({ search })
  },
  component: lazyRouteComponent(() => import('./routes/sign-in')),
})

const code = createRoute({
  ...below('/sign-in/code'),
  component: lazyRouteComponent(() => import('./routes/sign-in-code')),
})

const secondFactor = createRoute({
  ...below('/sign-in/second-factor'),
  component: lazyRouteComponent(() => import('./routes/second-factor')),
})

const finished = createRoute({
  ...below('/sign-in/finished'),
  validateSearch: (search: Record<string, unknown>): FinishedSearch => ({
    ...entrySearch(search),
    ...(typeof search.error === 'string' ? { error: search.error } : {}),
    ...(search.confirmed ? { confirmed: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./routes/sign-in-finished')),
})

const register = createRoute({
  ...below('/register'),
  component: lazyRouteComponent(() => import('./routes/register')),
})

const verification = createRoute({
  ...below('/verification'),
  component: lazyRouteComponent(() => import('./routes/verification')),
})

const verificationKey = createRoute({
  ...below('/verification/$key'),
  component: lazyRouteComponent(() => import('./routes/verification')),
})

const passwordReset = createRoute({
  ...below('/password-reset'),
  validateSearch: (search: Record<string, unknown>): ResetSearch => ({
    ...entrySearch(search),
    ...(typeof search.email === 'string' ? { email: search.email } : {}),
  }),
  component: lazyRouteComponent(() => import('./routes/password-reset')),
})

const passwordResetKey = createRoute({
  ...below('/password-reset/$key'),
  component: lazyRouteComponent(() => import('./routes/password-reset-key')),
})

const join = createRoute({
  ...below('/join'),
  component: lazyRouteComponent(() => import('./routes/join')),
})

const ssoNeeded = createRoute({
  ...below('/sso-needed'),
  component: lazyRouteComponent(() => import('./routes/sso-needed')),
})

const twoFactorSetup = createRoute({
  ...below('/two-factor-setup'),
  component: lazyRouteComponent(() => import('./routes/two-factor-setup')),
})

export const entryRoutes = [
  signIn,
  code,
  secondFactor,
  finished,
  register,
  verification,
  verificationKey,
  passwordReset,
  passwordResetKey,
  join,
  ssoNeeded,
  twoFactorSetup,
] as const
