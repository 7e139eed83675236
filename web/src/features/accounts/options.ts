/** How an address may sign in, which the server tells by its domain and the workspace alone. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import type { Looks } from '@/components/looks'

export interface Provider {
  id: string
  name: string
  kind: 'google' | 'microsoft' | 'oidc' | 'saml'
  /** Where signing in with it begins. */
  url: string
}

export interface SignInOptions {
  methods: ('password' | 'code' | 'passkey')[]
  providers: Provider[]
  sso: (Provider & { enforced: boolean }) | null
  registration: 'invitation' | 'domain' | 'open'
  branding: Looks | null
}

/** What always works here; a sign-in is not refused because its options could not be read. */
const USUAL: SignInOptions = {
  methods: ['password', 'code', 'passkey'],
  providers: [],
  sso: null,
  registration: 'invitation',
  branding: null,
}

async function readOptions(email: string, workspace: string): Promise<SignInOptions> {
  try {
    return await api.get<SignInOptions>('/sign-in/options', { email, workspace })
  } catch (error) {
    if (isProblem(error) && !error.offline) return USUAL
    throw error
  }
}

export function optionsQuery(workspace = '', email = '') {
  return queryOptions({
    queryKey: ['sign-in-options', workspace, email],
    queryFn: () => readOptions(email, workspace),
    staleTime: 60_000,
  })
}

/** The provider's own page, which leads back to `next`. */
export function providerAddress({ url }: Provider, next: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ next }).toString()}`
}

/** Leaves for the provider. */
export function goToProvider(provider: Provider, next: string): void {
  window.location.assign(providerAddress(provider, next))
}
