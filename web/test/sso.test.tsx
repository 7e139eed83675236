import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection, Domain, Enforcement, SignInTest } from '@/features/sso/api'
import { SsoScreen } from '@/features/sso/SsoScreen'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const base = 'https://netz.example/_allauth'
const CONNECTION: Connection = {
  id: 'c1',
  kind: 'oidc',
  name: 'Compte Armor',
  enabled: false,
  tested_at: null,
  issuer: '',
  client_id: '',
  has_secret: false,
  entity_id: '',
  sso_url: '',
  slo_url: '',
  certificates: [],
  allow_idp_initiated: false,
  single_logout: true,
  attributes: { email: '', name: '', groups: '', subject: '', scope: '' },
  jit: true,
  default_role: 'guest',
  default_custom_role_id: null,
  default_company_id: null,
  mapping: [],
  service: {
    redirect_uri: `${base}/oidc/c1/login/callback/`,
    logout_uri: 'https://netz.example/sign-in',
    acs_url: `${base}/saml/c1/acs/`,
    sls_url: `${base}/saml/c1/sls/`,
    entity_id: `${base}/saml/c1/metadata/`,
    metadata_url: `${base}/saml/c1/metadata/`,
    start_url: `${base}/start/c1`,
  },
}
const DOMAIN: Domain = {
  id: 'd1',
  name: 'armor.example',
  connection_id: null,
  record_name: '_netz-challenge.armor.example',
  record_value: 'netz-verification=abc',
  verified_at: null,
  checked_at: null,
  missing_since: null,
}
const ENFORCEMENT: Enforcement = {
  enforced: false,
  break_glass: [],
  candidates: [
    { id: 'm1', name: 'Claire', email: 'claire@armor.example', has_password: true },
    { id: 'm2', name: 'Sam', email: 'sam@armor.example', has_password: false },
  ],
}
const TEST: SignInTest = {
  id: 't1',
  connection_id: 'c1',
  start_url: '/_allauth/start/c1?test=t1',
  finished_at: '2026-01-05T10:00:00Z',
  ok: true,
  code: '',
  title: '',
  hint: '',
  detail: '',
  claims: {
    subject: 'u-1',
    email: 'ada@armor.example',
    email_verified: true,
    name: 'Ada',
    groups: ['chefs'],
  },
  told: { sub: 'u-1' },
  outcome: {
    email: 'ada@armor.example',
    name: 'Ada',
    role: 'agent',
    new_user: true,
    new_member: true,
    new_link: true,
    role_followed: true,
  },
}

const reply = (status: number, body: unknown) =>
  new Response(body === null ? null : JSON.stringify(body), { status })

let requests: { method: string; path: string; body: unknown }[] = []
let connections: Connection[]
let test: SignInTest
let refusal: Response | null

function answer(method: string, path: string): Response {
  if (method !== 'GET' && refusal) return refusal
  if (method === 'PATCH') return reply(200, connections[0])
  if (method === 'POST' && path === '/sso/connections') return reply(201, connections[0])
  if (method === 'POST') return reply(200, DOMAIN)
  if (method === 'PUT') return reply(200, ENFORCEMENT)
  if (path === '/sso/connections') return reply(200, { items: connections })
  if (path === '/sso/domains') return reply(200, { items: [DOMAIN] })
  if (path === '/sso/enforcement') return reply(200, ENFORCEMENT)
  if (path.startsWith('/sso/tests/')) return reply(200, test)
  return reply(200, { items: [] })
}

beforeEach(() => {
  requests = []
  connections = [CONNECTION]
  test = TEST
  refusal = null
  localStorage.setItem('netz-language', 'fr')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const path = url.replace('/api/v2', '').replace(/\?.*/, '')
    const method = init.method ?? 'GET'
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    requests.push({ method, path, body })
    return Promise.resolve(answer(method, path))
  })
})

function show(chosen: string | null, tested: string | null = null) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const onChoose = vi.fn()
  const shown = render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <TranslationProvider>
          <SsoScreen chosen={chosen} test={tested} onChoose={onChoose} />
        </TranslationProvider>
      </MantineProvider>
    </QueryClientProvider>,
  )
  return { ...shown, onChoose }
}

const sent = (method: string) => requests.find((request) => request.method === method)

function saveButton(position: number): HTMLElement {
  const found = screen.getAllByRole('button', { name: 'Enregistrer' })[position]
  if (!found) throw new Error('no such button')
  return found
}

describe('the list of identity providers', () => {
  it('says what each still needs, and opens it', async () => {
    const { onChoose } = show(null)
    expect(await screen.findByText('À régler et à tester')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Régler Compte Armor' }))
    expect(onChoose).toHaveBeenCalledWith('c1')
  })

  it('begins a provider of the chosen kind', async () => {
    connections = []
    const { onChoose } = show(null)
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter un fournisseur' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByRole('textbox'), 'Entra')
    await userEvent.click(within(dialog).getByRole('radio', { name: /SAML/ }))
    connections = [CONNECTION]
    await userEvent.click(within(dialog).getByRole('button', { name: 'Commencer' }))
    await waitFor(() => expect(onChoose).toHaveBeenCalledWith('c1'))
    expect(sent('POST')?.body).toEqual({ kind: 'saml', name: 'Entra' })
  })

  it('shows the record that proves a domain, and says when it is missing', async () => {
    show(null)
    expect(await screen.findByText('netz-verification=abc')).toBeInTheDocument()
    refusal = reply(409, {
      status: 409,
      code: 'sso.record_missing',
      title: 'L’enregistrement TXT n’a pas été trouvé',
      hint: 'Réessayez.',
    })
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier armor.example' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('n’a pas été trouvé')
  })

  it('enforces with an emergency admin who has a password', async () => {
    show(null)
    await userEvent.click(await screen.findByRole('switch', { name: 'Rendre obligatoire' }))
    expect(screen.getByRole('checkbox', { name: 'Sam' })).toBeDisabled()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Claire' }))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent('PUT')?.body).toEqual({ enforced: true, break_glass: ['m1'] }))
  })
})

describe('setting a provider up', () => {
  it('gives our values, takes theirs and keeps the secret out of sight', async () => {
    show('c1')
    expect(await screen.findByText(CONNECTION.service.redirect_uri)).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('Émetteur (issuer)'), 'https://idp.example')
    await userEvent.type(screen.getByLabelText('Identifiant client'), 'netz')
    await userEvent.type(screen.getByLabelText('Secret client'), 'très-secret')
    await userEvent.click(saveButton(0))
    await waitFor(() =>
      expect(sent('PATCH')?.body).toEqual({
        issuer: 'https://idp.example',
        client_id: 'netz',
        client_secret: 'très-secret',
      }),
    )
    await waitFor(() => expect(screen.getByLabelText('Secret client')).toHaveValue(''))
  })

  it('maps groups to roles in their order', async () => {
    show('c1')
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter une règle' }))
    const rule = screen.getByRole('group', { name: 'Règle 1' })
    await userEvent.type(within(rule).getByLabelText('Groupe'), 'chefs')
    await userEvent.selectOptions(within(rule).getByLabelText('Rôle'), 'admin')
    await userEvent.click(saveButton(1))
    await waitFor(() =>
      expect(sent('PATCH')?.body).toMatchObject({
        mapping: [{ group: 'chefs', role: 'admin', custom_role_id: null, company_id: null }],
      }),
    )
  })

  it('says why it can’t be switched on yet', async () => {
    show('c1')
    refusal = reply(409, {
      status: 409,
      code: 'sso.not_tested',
      title: 'Testez d’abord la connexion',
      hint: 'Rien n’a été activé.',
    })
    await userEvent.click(await screen.findByRole('switch', { name: 'Connexion active' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Testez d’abord')
  })

  it('shows what a test sign-in would have done', async () => {
    show('c1', 't1')
    const result = await screen.findByRole('status', { name: 'Résultat de l’essai' })
    expect(result).toHaveTextContent('Ada deviendrait membre (Technicien).')
    expect(result).toHaveTextContent('chefs')
  })

  it('shows why a test was refused', async () => {
    test = {
      ...TEST,
      ok: false,
      code: 'unsigned',
      title: 'La réponse n’est pas signée',
      hint: 'Vérifiez.',
      detail: 'no signature',
      outcome: null,
      claims: null,
    }
    show('c1', 't1')
    const result = await screen.findByRole('status', { name: 'Résultat de l’essai' })
    expect(result).toHaveTextContent('La réponse n’est pas signée')
    expect(result).toHaveTextContent('no signature')
  })

  it.each([null, 'c1'])('has nothing that axe objects to (%s)', async (chosen) => {
    connections = [{ ...CONNECTION, kind: chosen ? 'saml' : 'oidc' }]
    const { container } = show(chosen)
    await screen.findAllByText('Compte Armor')
    await waitFor(() => expect(requests.length).toBeGreaterThan(chosen ? 1 : 2))
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })
})
