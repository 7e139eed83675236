/** What the signed-in person can prove who they are with. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { allauth, authState, type FactorType } from '@/api/allauth'
import { meQuery } from '@/api/me'
import { isProblem } from '@/api/problem'
import { optionsQuery, type Provider } from './options'
import { passkeysAvailable } from './webauthn'

export interface Means {
  email: string
  password: boolean
  code: boolean
  key: boolean
  /** Set when the session came by an identity provider and nothing of our own proves more. */
  provider: Provider | null
}

/** The account's factors; null where the workspace's identity provider rules over the session. */
async function factorTypes(): Promise<FactorType[] | null> {
  try {
    const reply = await allauth<{ type: FactorType }[]>('GET', '/account/authenticators')
    return reply.status === 200 ? reply.data.map(({ type }) => type) : []
  } catch (error) {
    if (isProblem(error) && error.code === 'access.sso_account') return null
    throw error
  }
}

async function readMeans(client: QueryClient): Promise<Means> {
  const [state, types] = await Promise.all([authState(), factorTypes()])
  const own = types ?? []
  const code = own.includes('totp') || own.includes('recovery_codes')
  const key = own.includes('webauthn') && passkeysAvailable()
  const means: Means = {
    email: state.account?.email ?? '',
    // Where there is a second factor, a password alone proves too little.
    password: types !== null && !code && !key && (state.account?.has_usable_password ?? false),
    code,
    key,
    provider: null,
  }
  if (means.password || means.code || means.key) return means
  return { ...means, provider: await providerOf(client, means.email, state.methods) }
}

/** The provider that this session came by, as the sign-in screen would offer it. */
async function providerOf(
  client: QueryClient,
  email: string,
  methods: { method: string; provider?: string }[],
): Promise<Provider | null> {
  const came = methods.findLast(({ method }) => method === 'socialaccount')
  if (!came) return null
  const workspace = client.getQueryData(meQuery.queryKey)?.workspace.slug ?? ''
  const { sso, providers } = await client.query(optionsQuery(workspace, email))
  const offered = [...(sso ? [sso] : []), ...providers]
  return offered.find(({ id }) => id === came.provider) ?? sso
}

export const meansQuery = queryOptions({
  queryKey: ['step-up-means'],
  queryFn: ({ client }) => readMeans(client),
  gcTime: 0,
  staleTime: 0,
})
