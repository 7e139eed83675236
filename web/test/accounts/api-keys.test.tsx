import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiKey } from '@/api/types'
import { ApiKeysScreen } from '@/features/accounts/ApiKeysScreen'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const KEY: ApiKey = {
  id: 'k1',
  name: 'Sauvegarde',
  prefix: 'netz_0a1b2c3d',
  scopes: ['documents.read'],
  owner: 'Claire',
  own: true,
  created_at: '2026-01-05T10:00:00Z',
  expires_at: '2026-04-05T10:00:00Z',
  old_until: null,
  last_used_at: '2026-01-06T10:00:00Z',
  last_used_from: '203.0.113.7',
  key: null,
}

const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

let requests: { method: string; path: string; body: unknown }[] = []
let keys: ApiKey[]
let policy: {
  max_days: number | null
  by_admins_only: boolean
  allowed: boolean
  outlasting: number
}

function answer(method: string, path: string): Response {
  if (path === '/api-key-policy') return reply(200, policy)
  if (path.endsWith('/rotation')) return reply(200, { ...KEY, key: 'netz_nouveau' })
  if (method === 'POST') return reply(201, { ...KEY, key: 'netz_secret' })
  return reply(200, { items: path.includes('q=rien') ? [] : keys })
}

beforeEach(() => {
  localStorage.setItem('netz-language', 'fr')
  requests = []
  keys = [KEY, { ...KEY, id: 'k2', name: 'Autre', owner: 'Paul', own: false }]
  policy = { max_days: null, by_admins_only: false, allowed: true, outlasting: 0 }
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : input.toString()
    const path = address.replace(/^.*\/api\/v2/, '')
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    requests.push({ method, path, body })
    return Promise.resolve(answer(method, path))
  })
})

function show(manages = false) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <TranslationProvider>
        <MantineProvider env="test">
          <ApiKeysScreen grantable={['documents.read', 'answers.ask']} manages={manages} />
        </MantineProvider>
      </TranslationProvider>
    </QueryClientProvider>,
  )
}

const written = () => requests.filter(({ method }) => method !== 'GET')

describe('API keys', () => {
  it('tell where they were used last, and are searched', async () => {
    const { container } = show()
    const list = await screen.findByRole('list', { name: 'Clés d’API' })
    const first = within(list).getAllByRole('listitem')[0]
    expect(first).toHaveTextContent('depuis 203.0.113.7')
    expect(first).toHaveTextContent('netz_0a1b2c3d…')
    expect((await axe.run(container)).violations).toEqual([])
    await userEvent.type(screen.getByLabelText(/Chercher/), 'rien')
    expect(await screen.findByText('Aucune clé ne correspond.')).toBeVisible()
    await userEvent.selectOptions(screen.getByLabelText('Montrer'), 'unused')
    await waitFor(() => expect(requests.at(-1)?.path).toBe('/api-keys?q=rien&state=unused'))
  })

  it('get a new secret, while the old one works for some hours', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Renouveler Sauvegarde' }))
    expect(screen.queryByRole('button', { name: 'Renouveler Autre' })).toBeNull()
    const dialog = await screen.findByRole('dialog')
    await userEvent.selectOptions(
      within(dialog).getByLabelText('L’ancien secret fonctionne encore'),
      '24 heures',
    )
    await userEvent.click(within(dialog).getByRole('button', { name: 'Renouveler' }))
    expect(await screen.findByText('netz_nouveau')).toBeVisible()
    expect(written()[0]).toMatchObject({
      path: '/api-keys/k1/rotation',
      body: { overlap_hours: 24 },
    })
  })

  it('live no longer than the workspace says', async () => {
    policy = { ...policy, max_days: 60 }
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Créer une clé' }))
    const choice = await screen.findByLabelText('Durée de validité')
    const offered = within(choice).getAllByRole('option')
    expect(offered.map((one) => one.textContent)).toEqual(['30 jours', '60 jours'])
    expect(choice).toHaveValue('60')
  })

  it('are made by admins alone where the workspace says so', async () => {
    policy = { ...policy, by_admins_only: true, allowed: false }
    show()
    expect(await screen.findByText(/seuls les administrateurs créent des clés/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Créer une clé' })).toBeNull()
  })

  it('are bounded by whoever looks after security', async () => {
    policy = { ...policy, outlasting: 2 }
    const { container } = show(true)
    const days = await screen.findByLabelText('Validité maximale, en jours')
    expect(screen.getByText(/2 clés existantes durent plus longtemps/)).toBeVisible()
    expect((await axe.run(container)).violations).toEqual([])
    await userEvent.type(days, '90')
    await userEvent.click(screen.getByLabelText('Seuls les administrateurs créent des clés'))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() =>
      expect(written()).toEqual([
        {
          method: 'PUT',
          path: '/api-key-policy',
          body: { max_days: 90, by_admins_only: true },
        },
      ]),
    )
  })
})
