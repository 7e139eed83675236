import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Member } from '@/api/types'
import { InvitationList } from '@/features/workspaces/InvitationList'
import { MemberList } from '@/features/workspaces/MemberList'
import { MemberPanel } from '@/features/workspaces/MemberPanel'
import { TranslationProvider } from '@/i18n'
import type { ReactNode } from 'react'

vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const member = (id: string, name: string, given: Partial<Member> = {}): Member => ({
  id,
  user: { id: `u-${id}`, name, email: `${id}@example.com` },
  role: 'guest',
  custom_role: null,
  company: { id: 'c1', name: 'Brun' },
  limited_to_companies: false,
  grants: [],
  active: true,
  source: 'invited',
  second_factor: true,
  last_seen_at: null,
  created_at: '2026-03-10T10:00:00Z',
  ...given,
})
const ANA = member('m1', 'Ana')
const PEOPLE = [ANA, member('m2', 'Bo'), member('m3', 'Cy', { active: false })]
const COUNTS = {
  matching: 5000,
  all: 5000,
  active: 4999,
  by_role: { guest: 4999 },
  by_source: { invited: 5000 },
  by_company: { c1: 4999 },
  without_factor: 0,
}
const row = (one: Member, given = {}) => ({
  member_id: one.id,
  user: one.user,
  outcome: 'change',
  before: 'guest · Brun',
  after: 'guest · Brun',
  active_before: true,
  active_after: false,
  code: null,
  reason: null,
  ...given,
})
const PLAN = {
  rows: [row(member('m9', 'Zoé'), { outcome: 'refused', reason: 'C’est vous' }), row(ANA)],
  change: 1,
  unchanged: 0,
  refused: 1,
  digest: 'd1',
  undo_id: null,
}

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
let sent: { method: string; path: string; body: unknown }[] = []

let wide = true

beforeEach(() => {
  sent = []
  wide = true
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: wide && !media.includes('dark'),
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
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
    const path = url.replace('/api/v2', '')
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    sent.push({ method: init.method ?? 'GET', path, body })
    return Promise.resolve(answer(path))
  })
})

function answer(path: string): Response {
  if (path === '/me') return reply({ permissions: [], preferences: { chosen: [] } })
  if (path.startsWith('/members/counts')) return reply(COUNTS)
  if (path.startsWith('/members/changes/preview')) return reply(PLAN)
  if (path.endsWith('/restoration')) return reply({ ...PLAN, rows: [], refused: 0 })
  if (path.startsWith('/members/changes')) return reply({ ...PLAN, undo_id: 'x1' })
  if (path.startsWith('/members?')) return reply({ items: PEOPLE, next_cursor: 'next' })
  if (path.startsWith('/companies')) return reply({ items: [{ id: 'c1', name: 'Brun' }] })
  if (path.startsWith('/invitations/changes')) return reply({ done: 1 })
  if (path.startsWith('/invitations')) return reply({ items: [INVITATION], next_cursor: null })
  return reply({ items: [] })
}

const INVITATION = {
  id: 'i1',
  email: 'neuf@example.com',
  role: 'agent',
  custom_role: null,
  company: null,
  link: null,
  expires_at: '2026-03-10T10:00:00Z',
  created_at: '2026-03-03T10:00:00Z',
  status: 'expired',
}

function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <TranslationProvider>
        <MantineProvider env="test">
          <main>{children}</main>
        </MantineProvider>
      </TranslationProvider>
    </QueryClientProvider>,
  )
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

const LIST = (
  <MemberList ownId="m1" canManage canSeeCompanies canSeeFactors onOpen={() => undefined} />
)
const asked = () => sent.filter(({ path }) => path.startsWith('/members?')).at(-1)?.path ?? ''

describe('the list of members', () => {
  it('has the server search, filter and sort', async () => {
    const user = userEvent.setup()
    show(LIST)
    await screen.findByText('Ana')
    expect(asked()).toContain('sort=name')
    await user.type(screen.getByRole('textbox', { name: 'Rechercher une personne' }), 'zoé')
    await waitFor(() => expect(asked()).toContain('search=zo%C3%A9'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tous les états' }), 'Désactivés')
    await waitFor(() => expect(asked()).toContain('active=false'))
    await user.click(screen.getByRole('button', { name: 'Dernière visite' }))
    await waitFor(() => expect(asked()).toContain('sort=-seen'))
    expect(screen.getByRole('columnheader', { name: 'Dernière visite' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await user.click(screen.getByRole('button', { name: 'Tout afficher' }))
    await waitFor(() => expect(asked()).not.toContain('active'))
    expect(await violations()).toEqual([])
  })

  it('shows what a change of everybody does, does that, and undoes it', async () => {
    const user = userEvent.setup()
    show(LIST)
    await user.click(await screen.findByRole('checkbox', { name: 'Sélectionner Ana' }))
    expect(await screen.findByText('1 sélectionné')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sélectionner les 5\u202f000 résultats' }))
    await user.click(screen.getByRole('checkbox', { name: 'Sélectionner Bo' }))
    await user.click(screen.getByRole('button', { name: 'Désactiver…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Désactiver des membres' })
    expect(await within(dialog).findByText('1 sera modifié · 1 refusé')).toBeInTheDocument()
    expect(within(dialog).getByText('C’est vous')).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Modifier 1 membre' }))
    const selection = { filter: {}, without: ['m2'] }
    await screen.findByRole('dialog', { name: 'C’est fait' })
    expect(sent.find(({ path }) => path === '/members/changes')?.body).toEqual({
      selection,
      change: { kind: 'deactivate' },
      digest: 'd1',
    })
    await user.click(screen.getByRole('button', { name: 'Annuler ce changement' }))
    await waitFor(() =>
      expect(sent.some(({ path }) => path === '/members/changes/x1/restoration')).toBe(true),
    )
    await waitFor(() => expect(screen.queryByText(/sélectionné/)).toBeNull())
  })
})

describe('on a phone', () => {
  it('is cards, and the filters open with the sorting', async () => {
    wide = false
    const user = userEvent.setup()
    show(LIST)
    expect(await screen.findByRole('list', { name: 'Liste des membres' })).toBeInTheDocument()
    expect(screen.queryByRole('table')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Filtres' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trier' }), '-seen')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tous les rôles' }), 'guest')
    await waitFor(() => expect(asked()).toContain('role=guest'))
    expect(asked()).toContain('sort=-seen')
    expect(screen.getByRole('button', { name: 'Filtres (1)' })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
    expect(await violations()).toEqual([])
  })
})

describe('one member', () => {
  it('is signed out everywhere, after a question', async () => {
    const user = userEvent.setup()
    show(
      <MemberPanel
        member={member('m2', 'Bo')}
        own={false}
        canManage
        canResetFactors
        onClose={() => undefined}
        onAccess={() => undefined}
        onPreview={() => undefined}
      />,
    )
    await user.click(await screen.findByRole('button', { name: 'Déconnecter partout' }))
    const dialog = await screen.findByRole('dialog', { name: 'Déconnecter Bo partout\u00a0?' })
    await user.click(within(dialog).getByRole('button', { name: 'Déconnecter partout' }))
    await waitFor(() =>
      expect(sent.some(({ path }) => path === '/members/m2/sessions/end')).toBe(true),
    )
    expect(screen.getByRole('button', { name: 'Réinitialiser le second facteur' })).toBeVisible()
  })
})

describe('the list of invitations', () => {
  it('says which expired, and sends many again', async () => {
    const user = userEvent.setup()
    show(<InvitationList />)
    expect(await screen.findByText(/^A expiré le /)).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'Sélectionner neuf@example.com' }))
    await user.click(screen.getByRole('button', { name: 'Renvoyer' }))
    const dialog = await screen.findByRole('dialog', { name: /Renvoyer 1 invitation/ })
    expect(await violations()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Renvoyer' }))
    await waitFor(() =>
      expect(sent.find(({ path }) => path === '/invitations/changes')?.body).toEqual({
        invitation_ids: ['i1'],
        action: 'resend',
      }),
    )
  })
})
