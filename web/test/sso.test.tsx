import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection, Link, SignInTest } from '@/features/sso/api'
import type { Directory, DirectoryGroup } from '@/features/sso/directory'
import { SsoScreen } from '@/features/sso/SsoScreen'
import { TranslationProvider } from '@/i18n'
import {
  CONNECTION,
  DIRECTORY,
  DOMAIN,
  ENFORCEMENT,
  GROUP,
  LINK,
  OTHER_KEY,
  TEST,
  TOKEN,
} from './sso/fixtures'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const reply = (status: number, body: unknown) =>
  new Response(body === null ? null : JSON.stringify(body), { status })

let requests: { method: string; path: string; body: unknown }[] = []
let connections: Connection[]
let test: SignInTest
let refusal: Response | null
let directory: Directory
let groups: DirectoryGroup[]
let tokens: unknown[]
let links: Link[]
let broken: string | null

function answer(method: string, path: string): Response {
  if (method !== 'GET' && refusal) return refusal
  if (path === broken) return reply(500, { status: 500, code: 'internal', title: 'Erreur interne' })
  if (method === 'POST' && path === '/api-keys')
    return reply(201, { ...TOKEN, key: 'netz_1234abcd_secret' })
  if (method === 'DELETE') return reply(204, null)
  if (path === '/sso/directory') return reply(200, directory)
  if (path === '/sso/directory/groups') return reply(200, { items: groups })
  if (path === '/api-keys') return reply(200, { items: tokens, next_cursor: null })
  if (path.endsWith('/links')) return reply(200, { items: links })
  if (method === 'PATCH') return reply(200, connections[0])
  if (method === 'POST' && path === '/sso/connections') return reply(201, connections[0])
  if (method === 'POST') return reply(200, DOMAIN)
  if (method === 'PUT') return reply(200, path === '/sso/enforcement' ? ENFORCEMENT : GROUP)
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
  directory = DIRECTORY
  groups = [GROUP]
  tokens = [TOKEN, OTHER_KEY]
  links = [LINK]
  broken = null
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

describe('the directory', () => {
  it('shows its address and the tokens that are for nothing else', async () => {
    show(null)
    expect(await screen.findByText('https://netz.example/scim/v2')).toBeInTheDocument()
    const list = await screen.findByRole('list', { name: 'Jetons de l’annuaire' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(1)
    expect(list).toHaveTextContent('Entra ID')
    expect(list).toHaveTextContent('jamais utilisé')
  })

  it('makes a token of the one scope and shows it once', async () => {
    show(null)
    await userEvent.click(await screen.findByRole('button', { name: 'Créer un jeton' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Nom' }), 'Okta')
    await userEvent.selectOptions(within(dialog).getByLabelText('Validité'), '0')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Créer' }))
    expect(await screen.findByText('netz_1234abcd_secret')).toBeInTheDocument()
    expect(sent('POST')?.body).toEqual({
      name: 'Okta',
      scopes: ['directory.provision'],
      expires_at: null,
    })
    await userEvent.click(screen.getByRole('button', { name: 'Je l’ai copié' }))
    await waitFor(() => expect(screen.queryByText('netz_1234abcd_secret')).not.toBeInTheDocument())
  })

  it('says why a token can’t be made, and keeps what was typed', async () => {
    show(null)
    await userEvent.click(await screen.findByRole('button', { name: 'Créer un jeton' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Nom' }), 'Okta')
    refusal = reply(422, {
      status: 422,
      code: 'apikey.too_long',
      title: 'Cette clé vivrait trop longtemps',
      hint: '',
    })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Créer' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('trop longtemps')
    expect(within(dialog).getByRole('textbox', { name: 'Nom' })).toHaveValue('Okta')
  })

  it('withdraws a token after a question', async () => {
    show(null)
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer le jeton Entra ID' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer' }))
    await waitFor(() => expect(sent('DELETE')?.path).toBe('/api-keys/k1'))
  })

  it('gives a group a role', async () => {
    show(null)
    const role = await screen.findByLabelText('Rôle du groupe Support N2')
    const save = screen.getByRole('button', { name: 'Enregistrer le groupe Support N2' })
    expect(save).toBeDisabled()
    await userEvent.selectOptions(role, 'agent')
    expect(screen.queryByLabelText('Entreprise du groupe Support N2')).not.toBeInTheDocument()
    await userEvent.selectOptions(role, 'manager')
    expect(screen.getByLabelText('Entreprise du groupe Support N2')).toBeInTheDocument()
    await userEvent.click(save)
    await waitFor(() =>
      expect(sent('PUT')).toEqual({
        method: 'PUT',
        path: '/sso/directory/groups/g1/role',
        body: { role: 'manager', custom_role_id: null, company_id: null },
      }),
    )
  })

  it('tells where members came from, and the last refused calls', async () => {
    show(null)
    expect(await screen.findByText('1 membre · 2 désactivés')).toBeInTheDocument()
    const list = screen.getByRole('list', { name: 'Derniers appels refusés' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(10)
    await userEvent.click(screen.getByRole('button', { name: 'Tout voir (12)' }))
    expect(within(list).getAllByRole('listitem')).toHaveLength(12)
  })

  it('says what is empty', async () => {
    tokens = []
    groups = []
    directory = { ...DIRECTORY, sources: [], failures: [] }
    show(null)
    expect(await screen.findByText(/Aucun jeton/)).toBeInTheDocument()
    expect(await screen.findByText(/encore envoyé aucun groupe/)).toBeInTheDocument()
    expect(await screen.findByText(/n’a été refusé/)).toBeInTheDocument()
  })

  it.each(['/sso/directory', '/sso/directory/groups', '/api-keys'])(
    'says when %s can’t be read, and tries again',
    async (path) => {
      broken = path
      show(null)
      const alert = await screen.findByRole('alert')
      broken = null
      await userEvent.click(within(alert).getByRole('button', { name: 'Réessayer' }))
      await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
    },
  )
})

describe('setting a provider up', () => {
  it('releases a linked account after a question', async () => {
    show('c1')
    await userEvent.type(await screen.findByLabelText('Chercher par nom ou adresse'), 'ada')
    await userEvent.click(await screen.findByRole('button', { name: 'Libérer ada@armor.example' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Libérer' }))
    await waitFor(() => expect(sent('DELETE')?.path).toBe('/sso/connections/c1/links/m9'))
  })

  it('says when nobody is linked', async () => {
    links = []
    show('c1')
    expect(await screen.findByText(/Personne ne s’est encore connecté/)).toBeInTheDocument()
  })

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
