import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TrailEntry, TrailSettings, TrailVerification } from '@/api/types'
import { TrailScreen } from '@/features/audit/TrailScreen'
import { NOUNS, actionText, valueText } from '@/features/audit/words'
import { TranslationProvider, type MessageKey } from '@/i18n'
import { fr } from '@/i18n/fr'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const entry = (given: Partial<TrailEntry>): TrailEntry => ({
  id: 'e1',
  created_at: new Date().toISOString(),
  member_id: 'm1',
  actor_name: 'Claire Martin',
  credential: 'session',
  action: 'member.change',
  outcome: 'done',
  target_kind: 'workspaces.member',
  target_id: 't1',
  ip: '203.0.113.9',
  agent: 'Firefox',
  request_id: 'r1',
  before: { role: 'guest', active: true },
  after: { role: 'agent', active: false },
  ...given,
})

const SETTINGS: TrailSettings = {
  retention_days: 365,
  legal_minimum_days: 365,
  mail_to: [],
  mail_is_set_up: true,
  webhook_url: '',
  webhook_secret: null,
  public_key: 'cle-publique',
  sent_at: null,
  failure: '',
}

const INTACT: TrailVerification = {
  ok: true,
  checked: 1200,
  seq: 1200,
  hash: 'ab',
  pruned_seq: 0,
  bad: null,
}

interface Sent {
  method: string
  url: URL
  body: unknown
}
let sent: Sent[] = []
let answer: (request: Sent) => Response

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const page = (items: TrailEntry[], next: string | null = null) =>
  reply({ items, next_cursor: next })

const usual = (url: URL) =>
  url.pathname.endsWith('/settings') ? reply(SETTINGS) : page([entry({})])

beforeEach(() => {
  sent = []
  localStorage.setItem('netz-language', 'fr')
  answer = ({ url }) => usual(url)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
    const request = { method: init.method ?? 'GET', url: new URL(address, 'http://x'), body }
    sent.push(request)
    return Promise.resolve(answer(request))
  })
})

function show(may: { canExport?: boolean; canChange?: boolean } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <TranslationProvider>
          <main>
            <TrailScreen canExport canChange {...may} />
          </main>
        </TranslationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const last = () => sent[sent.length - 1]
const openIntegrity = async () =>
  userEvent.click(await screen.findByRole('tab', { name: 'Intégrité et conservation' }))

describe('the list', () => {
  it('says in plain words who did what, and opens a row with before and after', async () => {
    const { container } = show()
    await userEvent.click(await screen.findByRole('button', { name: /Membre modifié/ }))
    const table = screen.getByRole('table', { name: 'Avant et après' })
    const row = within(table).getByRole('row', { name: /active/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['oui', 'non'])
    expect(screen.getByText('203.0.113.9', { selector: 'dd' })).toBeTruthy()
    const found = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([])
  })

  it('narrows to the person of an opened row, and widens again', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: /Membre modifié/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Seulement cette personne' }))
    await waitFor(() => expect(last()?.url.searchParams.get('member_id')).toBe('m1'))
    await userEvent.click(screen.getByRole('button', { name: /Retirer le filtre Personne/ }))
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /Retirer le filtre/ })).toBeNull(),
    )
  })

  it('asks for what is searched, and says when nothing fits', async () => {
    answer = ({ url }) => page(url.searchParams.get('text') ? [] : [entry({})])
    show()
    await screen.findByRole('button', { name: /Membre modifié/ })
    await userEvent.type(screen.getByRole('textbox', { name: 'Rechercher' }), ' vpn ')
    await screen.findByText('Rien ici')
    expect(last()?.url.searchParams.get('text')).toBe('vpn')
    const [clear] = screen.getAllByRole('button', { name: 'Effacer les filtres' })
    if (clear) await userEvent.click(clear)
    await screen.findByRole('button', { name: /Membre modifié/ })
  })

  it('fetches the next page where the first ended', async () => {
    answer = ({ url }) =>
      url.searchParams.get('cursor')
        ? page([entry({ id: 'e2', action: 'sign_in.refuse', outcome: 'refused' })])
        : page([entry({})], 'next')
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }))
    await screen.findByRole('button', { name: /Connexion refusée.*Refusé/ })
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull()
  })

  it('says what went wrong and tries again', async () => {
    let down = true
    answer = () =>
      down ? reply({ title: 'Indisponible', code: 'unavailable' }, 503) : page([entry({})])
    show()
    await screen.findByText('Indisponible')
    down = false
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    await screen.findByRole('button', { name: /Membre modifié/ })
  })
})

describe('the export', () => {
  it('takes the filters along and hands the file over', async () => {
    const made = vi.fn(() => 'blob:x')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Exporter' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }))
    await waitFor(() => expect(made).toHaveBeenCalledOnce())
    const request = sent.find(({ method }) => method === 'POST')
    expect(request?.url.pathname).toBe('/api/v2/trail/exports')
    expect(request?.body).toEqual({ format: 'csv', filters: {} })
  })

  it('is not offered to who may not', async () => {
    show({ canExport: false })
    await screen.findByRole('button', { name: /Membre modifié/ })
    expect(screen.queryByRole('button', { name: 'Exporter' })).toBeNull()
  })
})

describe('the verification', () => {
  const verified = (found: Partial<TrailVerification>) => {
    answer = ({ url }) =>
      url.pathname.endsWith('/verification') ? reply({ ...INTACT, ...found }) : usual(url)
  }

  it('says how many rows are intact', async () => {
    verified({})
    show()
    await openIntegrity()
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier le journal' }))
    await screen.findByText(/lignes vérifiées, toutes intactes/)
  })

  it('names the first bad row and what to do', async () => {
    const bad = {
      fault: 'changed' as const,
      seq: 7,
      entry_id: 'e7',
      created_at: '2026-01-02T10:00:00Z',
      action: 'role.change',
    }
    verified({ ok: false, bad })
    const { container } = show()
    await openIntegrity()
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier le journal' }))
    await screen.findByText(/La ligne n° 7 n’est plus celle/)
    expect(screen.getByText(/Rôle modifié, le 2 janvier 2026/)).toBeTruthy()
    expect(screen.getByText(/Ne touchez plus à la base/)).toBeTruthy()
    const found = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([])
  })
})

describe('the settings', () => {
  it('keep a webhook and show its secret this once', async () => {
    answer = ({ method, body, url }) =>
      method === 'PUT'
        ? reply({ ...SETTINGS, ...(body as object), webhook_secret: 'whsec_abc' })
        : usual(url)
    show()
    await openIntegrity()
    const field = await screen.findByRole('textbox', { name: 'Par webhook' })
    await userEvent.type(field, 'https://garde.example/h')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('whsec_abc')
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      retention_days: 365,
      mail_to: [],
      webhook_url: 'https://garde.example/h',
    })
  })

  it('are only shown to who may not change them', async () => {
    show({ canChange: false })
    await openIntegrity()
    const field = await screen.findByRole('textbox', { name: 'Par webhook' })
    expect((field as HTMLInputElement).disabled).toBe(true)
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).toBeNull()
  })
})

describe('the words', () => {
  const t = (key: MessageKey) => fr[key] as string

  it('know every action of the catalogue, and leave an unknown one as it is', () => {
    const known = Object.keys(fr).filter((key) => key.startsWith('trail.a.'))
    for (const key of known) {
      expect(actionText(key.slice('trail.a.'.length), t)).toBe(fr[key as MessageKey])
    }
    expect(actionText('later.invented', t)).toBe('later.invented')
    expect(NOUNS.length).toBeGreaterThan(10)
  })

  it('write values as people read them', () => {
    expect(valueText(null, t)).toBe('—')
    expect(valueText([], t)).toBe('—')
    expect(valueText(['a', true], t)).toBe('a, oui')
    expect(valueText({ a: 1 }, t)).toBe('{"a":1}')
  })
})
