import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApplicationsScreen } from '@/features/oauth/ApplicationsScreen'
import { ConsentScreen } from '@/features/oauth/ConsentScreen'
import type { Application, Authorization, Connected } from '@/features/oauth/api'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const REQUEST = 'response_type=code&client_id=abc&state=007'
const ASKED: Authorization = {
  location: null,
  application: 'Relais',
  redirect_host: 'relais.example',
  workspace: 'Armor',
  scopes: ['openid', 'documents.read'],
  ends_at: '2026-04-05T10:00:00Z',
}
const APPLICATION: Application = {
  id: 'a1',
  name: 'Relais',
  client_id: 'abc',
  confidential: true,
  redirect_uris: ['https://relais.example/retour'],
  scopes: ['openid', 'documents.read'],
  enabled: true,
  machine: false,
  answered_for_by: null,
  last_used_at: null,
  created_at: '2026-01-05T10:00:00Z',
  client_secret: null,
}
const CONNECTED: Connected = {
  id: 'c1',
  application: 'Relais',
  member: 'Claire',
  scopes: ['openid', 'documents.read'],
  ends_at: '2096-04-05T10:00:00Z',
  created_at: '2026-01-05T10:00:00Z',
  last_used_at: null,
}

const reply = (status: number, body: unknown) =>
  new Response(body === null ? null : JSON.stringify(body), { status })

let requests: { method: string; path: string; body: unknown }[] = []
let asked: () => Response
let connected: Connected[]

function answer(method: string, path: string): Response {
  if (path.startsWith('/oauth/authorization')) {
    return method === 'GET' ? asked() : reply(200, { location: 'https://relais.example/?code=x' })
  }
  if (method === 'DELETE') return reply(204, null)
  if (path.endsWith('/secret')) return reply(200, { client_secret: 'nouveau-secret' })
  if (path.startsWith('/oauth/connections')) return reply(200, { items: connected })
  if (method === 'GET') return reply(200, { items: [APPLICATION] })
  return reply(201, { ...APPLICATION, client_secret: 'secret-montré-une-fois' })
}

beforeEach(() => {
  localStorage.setItem('netz-language', 'fr')
  requests = []
  connected = [CONNECTED]
  asked = () => reply(200, ASKED)
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : input.toString()
    const path = address.replace(/^.*\/api\/v2/, '')
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    requests.push({ method, path, body })
    return Promise.resolve(answer(method, path))
  })
})

function show(screenToShow: React.ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <TranslationProvider>
        <MantineProvider env="test">{screenToShow}</MantineProvider>
      </TranslationProvider>
    </QueryClientProvider>,
  )
}

const written = () => requests.filter(({ method }) => method !== 'GET')

describe('the question whether an application may act', () => {
  it('says who asks for what, where, and hands the request on as it came', async () => {
    const leave = vi.fn()
    const { container } = show(<ConsentScreen request={REQUEST} leave={leave} signOut={vi.fn()} />)
    expect(await screen.findByRole('heading', { name: /Relais/ })).toBeVisible()
    const list = screen.getByRole('list', { name: /Elle pourra/ })
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Savoir que c’est vous', 'Lire les documents'])
    expect(screen.getByText(/« Armor »/)).toBeVisible()
    expect(screen.getByText(/jusqu’au 5 avr\. 2026 au plus tard/)).toBeVisible()
    expect(screen.getByText(/relais\.example/)).toBeVisible()
    expect((await axe.run(container)).violations).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Autoriser' }))
    await waitFor(() => expect(leave).toHaveBeenCalledWith('https://relais.example/?code=x'))
    expect(written()).toEqual([
      { method: 'POST', path: '/oauth/authorization', body: { query: REQUEST, allow: true } },
    ])
  })

  it('sends a refusal as such', async () => {
    const leave = vi.fn()
    show(<ConsentScreen request={REQUEST} leave={leave} signOut={vi.fn()} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Refuser' }))
    await waitFor(() => expect(leave).toHaveBeenCalled())
    expect(written()[0]?.body).toEqual({ query: REQUEST, allow: false })
  })

  it('goes back at once where the request itself is wrong', async () => {
    const leave = vi.fn()
    const location = 'https://relais.example/?error=invalid_scope'
    asked = () => reply(200, { ...ASKED, location })
    show(<ConsentScreen request={REQUEST} leave={leave} signOut={vi.fn()} />)
    await waitFor(() => expect(leave).toHaveBeenCalledWith(location))
    expect(screen.queryByRole('button', { name: 'Autoriser' })).toBeNull()
  })

  it('sends nobody anywhere for an application that is not known', async () => {
    const leave = vi.fn()
    asked = () => reply(400, { title: 'Demande refusée', status: 400, code: 'oauth.x', hint: '' })
    show(<ConsentScreen request={REQUEST} leave={leave} signOut={vi.fn()} />)
    expect(await screen.findByText(/Demande refusée/)).toBeVisible()
    expect(leave).not.toHaveBeenCalled()
    expect(screen.queryByRole('button', { name: 'Autoriser' })).toBeNull()
  })
})

describe('connected applications', () => {
  it('are withdrawn after a question', async () => {
    show(<ApplicationsScreen manages={false} />)
    await userEvent.click(await screen.findByRole('button', { name: /Retirer l’accès de Relais/ }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer' }))
    await waitFor(() => expect(written()[0]?.path).toBe('/oauth/connections/c1'))
    expect(screen.queryByText('Applications de l’espace')).toBeNull()
  })

  it('say so when there is none', async () => {
    connected = []
    show(<ApplicationsScreen manages={false} />)
    expect(await screen.findByText('Aucune application connectée')).toBeVisible()
  })

  it('are registered, and the secret is shown once', async () => {
    const { container } = show(<ApplicationsScreen manages />)
    const list = await screen.findByRole('list', { name: 'Applications de l’espace' })
    expect(within(list).getByText('Relais')).toBeVisible()
    expect((await axe.run(container)).violations).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer une application' }))
    await userEvent.type(await screen.findByLabelText('Nom montré aux membres'), 'Relais')
    await userEvent.type(
      screen.getByLabelText('Adresses de retour, une par ligne'),
      'https://relais.example/retour',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('secret-montré-une-fois')).toBeVisible()
    expect(written()[0]).toEqual({
      method: 'POST',
      path: '/oauth/applications',
      body: {
        name: 'Relais',
        redirect_uris: ['https://relais.example/retour'],
        scopes: ['openid', 'profile', 'email'],
        confidential: true,
        machine: false,
      },
    })
  })

  it('are narrowed right by right', async () => {
    const { container } = show(<ApplicationsScreen manages={false} />)
    expect(await screen.findByText(/Jusqu’au 5 avr\. 2096/)).toBeVisible()
    expect((await axe.run(container)).violations).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Réduire l’accès de Relais' }))
    const dialog = await screen.findByRole('dialog')
    const save = within(dialog).getByRole('button', { name: 'Enregistrer' })
    expect(save).toBeDisabled()
    await userEvent.click(within(dialog).getByLabelText('Lire les documents'))
    await userEvent.click(save)
    await waitFor(() =>
      expect(written()).toEqual([
        { method: 'PATCH', path: '/oauth/connections/c1', body: { scopes: ['openid'] } },
      ]),
    )
  })

  it('act for themselves without a redirect address or anybody’s identity', async () => {
    show(<ApplicationsScreen manages />)
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enregistrer une application' }),
    )
    await userEvent.type(await screen.findByLabelText('Nom montré aux membres'), 'Sauvegarde')
    await userEvent.selectOptions(screen.getByLabelText('Type d’application'), 'machine')
    expect(screen.queryByLabelText('Savoir que c’est vous')).toBeNull()
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
    await userEvent.click(screen.getByLabelText('Lire les documents'))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('secret-montré-une-fois')).toBeVisible()
    expect(written()[0]?.body).toEqual({
      name: 'Sauvegarde',
      redirect_uris: [],
      scopes: ['documents.read'],
      confidential: true,
      machine: true,
    })
  })
})
