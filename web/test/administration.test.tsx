import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRouter,
} from '@tanstack/react-router'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BrandingScreen } from '@/features/admin/BrandingScreen'
import { CompaniesScreen } from '@/features/admin/CompaniesScreen'
import { ImportDialog } from '@/features/admin/ImportDialog'
import { OverviewScreen } from '@/features/admin/OverviewScreen'
import { PolicyScreen } from '@/features/admin/PolicyScreen'
import type { Branding, Overview, Plan, Policy } from '@/features/admin/api'
import { contrast, passes, readable } from '@/features/admin/contrast'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const POLICY: Policy = {
  registration: 'invitation',
  registration_domains: [],
  registration_company_id: null,
  methods: [],
  mfa_roles: [],
  mfa_grace_days: 7,
  mfa_starts: {},
  session_hours: null,
  sso_enforced: false,
  known_domains: ['brun.example'],
  own_methods: ['password'],
  unready: [{ id: 'm1', name: 'Léa', email: 'lea@example.com', role: 'admin', due_at: null }],
  unready_count: { admin: 1, agent: 0, manager: 0, guest: 0 },
}

const BRANDING: Branding = {
  name: 'Korvelin',
  slug: 'korvelin',
  title: '',
  text: '',
  primary: '',
  accent: '',
  sender: '',
  domain: '',
  logo_url: null,
}

const OVERVIEW: Overview = {
  people: {
    by_role: { admin: 1, agent: 2, manager: 0, guest: 4 },
    inactive: 1,
    active_now: 3,
    active_week: 5,
    without_factor: { admin: 1 },
    invitations_open: 2,
    invitations_expired: 1,
    keys: 1,
  },
  concerns: [
    { kind: 'admins_without_factor', severity: 'high', count: 1 },
    { kind: 'mail_not_set_up', severity: 'high', count: 0 },
  ],
  days: [{ day: '2026-11-20', done: 4, refused: 1 }],
  changes: [
    { id: 'e1', at: new Date().toISOString(), actor: 'Claire', action: 'x.y', outcome: 'refused' },
  ],
}

const PLAN: Plan = {
  digest: 'd1',
  rows: [
    { line: 2, email: 'a@x.example', action: 'invite', before: '', after: 'agent', reason: '' },
    { line: 3, email: 'b', action: 'error', before: '', after: '', reason: 'Adresse non valide' },
  ],
}

interface Sent {
  method: string
  path: string
  body: unknown
}
let sent: Sent[] = []
let answer: (request: Sent) => Response

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const page = (items: unknown[]) => reply({ items, next_cursor: null })

beforeEach(() => {
  // A field that grows with its text asks when fonts have come, which jsdom does not know.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  localStorage.setItem('netz-language', 'fr')
  sent = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
    const request = { method: init.method ?? 'GET', path: url.replace('/api/v2', ''), body }
    sent.push(request)
    if (request.path === '/me')
      return Promise.resolve(reply({ permissions: [], preferences: { chosen: [] } }))
    return Promise.resolve(answer(request))
  })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
})

function show(node: ReactNode): void {
  const root = createRootRoute({ component: () => node })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
        >
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
}

async function violations(): Promise<string[]> {
  // jsdom computes no colours, and what is shown here is no whole page.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  return (await axe.run(document.body, { rules })).violations.map(({ id }) => id)
}

describe('the security policy', () => {
  it('names who is not ready before a second factor is asked for', async () => {
    answer = ({ path }) => (path === '/security-policy' ? reply(POLICY) : page([]))
    show(<PolicyScreen />)
    const group = await screen.findByRole('group', { name: 'Double authentification obligatoire' })
    expect(screen.queryByText('Léa')).toBeNull()
    await userEvent.click(within(group).getByLabelText('Administrateur'))
    expect(screen.getByText('Léa')).toBeVisible()
    expect(screen.getByText(/1 personne n’a pas encore/)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('sends every field, and no list where all ways are accepted', async () => {
    answer = ({ path }) => (path === '/security-policy' ? reply(POLICY) : page([]))
    show(<PolicyScreen />)
    await userEvent.click(await screen.findByLabelText(/Par domaine d’adresse/))
    await userEvent.type(screen.getByLabelText(/Domaines acceptés/), 'brun.example')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true))
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      registration: 'domain',
      registration_domains: ['brun.example'],
      registration_company_id: null,
      methods: [],
      mfa_roles: [],
      mfa_grace_days: 7,
      session_hours: null,
    })
  })

  it('says why it was refused and keeps what was chosen', async () => {
    answer = ({ method, path }) => {
      if (method === 'PUT') {
        return reply({ code: 'domain.public', title: 'gmail.com est publique', hint: 'Non.' }, 422)
      }
      return path === '/security-policy' ? reply(POLICY) : page([])
    }
    show(<PolicyScreen />)
    await userEvent.click(await screen.findByLabelText('Google'))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('gmail.com est publique')).toBeVisible()
    expect(screen.getByLabelText('Google')).not.toBeChecked()
  })
})

describe('members from a table', () => {
  const file = new File(['email;role'], 'membres.csv', { type: 'text/csv' })
  const choose = async () => {
    const field = document.querySelector<HTMLElement>('input[type=file]')
    if (!field) throw new Error('no field for the file')
    await userEvent.upload(field, file)
  }

  it('shows each row first and then does exactly that', async () => {
    answer = () => reply(PLAN)
    const closed = vi.fn()
    show(<ImportDialog onClose={closed} />)
    await screen.findByRole('dialog')
    await choose()
    expect(await screen.findByText('Adresse non valide')).toBeVisible()
    expect(await violations()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Appliquer 1 ligne' }))
    await waitFor(() => expect(closed).toHaveBeenCalled())
    const body = sent.at(-1)?.body as FormData
    expect(sent.at(-1)?.path).toBe('/members/import')
    expect(body.get('digest')).toBe('d1')
  })

  it('shows the new preview when things have changed meanwhile', async () => {
    answer = ({ path }) =>
      path === '/members/import'
        ? reply({ code: 'import.changed', title: 'L’aperçu n’est plus valable' }, 409)
        : reply(PLAN)
    const closed = vi.fn()
    show(<ImportDialog onClose={closed} />)
    await screen.findByRole('dialog')
    await choose()
    await userEvent.click(await screen.findByRole('button', { name: 'Appliquer 1 ligne' }))
    expect(await screen.findByText('L’aperçu n’est plus valable')).toBeVisible()
    expect(closed).not.toHaveBeenCalled()
    expect(sent.map(({ path }) => path)).toEqual([
      '/members/import/preview',
      '/members/import',
      '/members/import/preview',
    ])
  })
})

describe('companies', () => {
  it('has a company’s people moved before it goes', async () => {
    const rows = [
      { id: 'c1', name: 'Brun', domains: ['brun.example'], members: 2 },
      { id: 'c2', name: 'Noir', domains: [], members: 0 },
    ]
    answer = ({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : page(rows)
    show(<CompaniesScreen />)
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer Brun' }))
    await userEvent.selectOptions(await screen.findByLabelText('Où vont ses personnes'), 'Noir')
    await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }))
    await waitFor(() =>
      expect(sent.some(({ path }) => path === '/companies/c1?move_to=c2')).toBe(true),
    )
  })

  it('says that there is none yet', async () => {
    answer = () => page([])
    show(<CompaniesScreen />)
    expect(await screen.findByText('Aucune entreprise cliente')).toBeVisible()
    expect(await violations()).toEqual([])
  })
})

describe('branding', () => {
  it('offers the nearest shade that can be read', async () => {
    answer = () => reply(BRANDING)
    show(<BrandingScreen />)
    const field = await screen.findByLabelText('Couleur principale')
    await userEvent.type(field, '#ffd400')
    expect(await screen.findByText(/Trop claire/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: `Prendre ${readable('#ffd400')}` }))
    expect(await screen.findByText(/^Lisible/)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('computes contrast as the server does', () => {
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(passes(readable('#00ff00'))).toBe(true)
    expect(readable('#0b6a6f')).toBe('#0b6a6f')
  })
})

describe('the overview', () => {
  it('says who is here, what needs attention and what changed', async () => {
    answer = () => reply(OVERVIEW)
    show(<OverviewScreen actionText={(action) => `Action ${action}`} />)
    expect(
      await screen.findByText('1 administrateur n’a pas de double authentification.'),
    ).toBeVisible()
    expect(screen.getByText('Action x.y (refusé)')).toBeVisible()
    expect(screen.getByRole('img', { name: '4 actions, 1 refus.' })).toBeVisible()
    expect(screen.getAllByRole('link', { name: 'Voir' })).toHaveLength(1)
    expect(await violations()).toEqual([])
  })

  it('offers to try again when it could not be read', async () => {
    answer = () => reply({ code: 'internal', title: 'Une erreur interne est survenue' }, 500)
    show(<OverviewScreen actionText={(action) => action} />)
    expect(await screen.findByRole('button', { name: 'Réessayer' })).toBeVisible()
  })
})
