import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReactNode } from 'react'
import type { Access, Member, Permission, Reader, RoleDefinition } from '@/api/types'
import { AccessPanel } from '@/features/roles/AccessPanel'
import { PreviewBanner } from '@/features/roles/PreviewBanner'
import { ReadersPanel } from '@/features/roles/ReadersPanel'
import { RolesScreen } from '@/features/roles/RolesScreen'
import { LimitsDialog } from '@/features/workspaces/LimitsDialog'
import { chosenRole } from '@/features/workspaces/roles'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const FIXED: Permission[] = ['events.stream', 'profile.read', 'profile.write']
const GUEST: Permission[] = [...FIXED, 'answers.ask', 'documents.read', 'search.use']
const AGENT: Permission[] = [...GUEST, 'documents.manage', 'members.read']
const MOST: Permission[] = [...AGENT, 'models.manage', 'members.manage']

const role = (given: Partial<RoleDefinition>): RoleDefinition => ({
  id: null,
  name: 'agent',
  description: '',
  base: 'agent',
  permissions: AGENT,
  most: MOST,
  fixed: FIXED,
  holders: [],
  ...given,
})

const ROLES = [
  role({ name: 'admin', base: 'admin', permissions: MOST, holders: ['Claire'] }),
  role({}),
  role({ name: 'guest', base: 'guest', permissions: GUEST, most: GUEST }),
  role({
    id: 'r1',
    name: 'Lecture',
    permissions: [...FIXED, 'documents.read'],
    holders: ['Ana', 'Bo', 'Cy', 'Dé'],
  }),
]

const reply = (status: number, body: unknown) =>
  new Response(body === null ? null : JSON.stringify(body), { status })

type Answer = (method: string, path: string, body: unknown) => Response
let requests: { method: string; path: string; body: unknown }[] = []
let answer: Answer

beforeEach(() => {
  requests = []
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
    const method = init.method ?? 'GET'
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    requests.push({ method, path, body })
    return Promise.resolve(answer(method, path, body))
  })
})

function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <TranslationProvider>
        <MantineProvider env="test">{children}</MantineProvider>
      </TranslationProvider>
    </QueryClientProvider>,
  )
}

async function hasNoViolations(container: HTMLElement): Promise<void> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  const { violations } = await axe.run(container, { rules })
  expect(violations.map(({ id }) => id)).toEqual([])
}

describe('the screen of roles', () => {
  beforeEach(() => {
    answer = (method) =>
      reply(method === 'GET' ? 200 : 201, method === 'GET' ? { items: ROLES } : ROLES[3])
  })

  it('says of each role what it holds, in words too', async () => {
    const { container } = show(<RolesScreen own={MOST} />)
    const table = await screen.findByRole('table')
    const row = within(table).getByRole('row', { name: /Gérer les modèles/ })
    expect(within(row).getByText('Administrateur : accordé')).toBeInTheDocument()
    expect(within(row).getByText('Technicien : non accordé')).toBeInTheDocument()
    expect(screen.getByText('4 personnes : Ana, Bo, Cy + 1')).toBeInTheDocument()
    await hasNoViolations(container)
  })

  it('creates a role with what the base allows and the person holds', async () => {
    const user = userEvent.setup()
    show(<RolesScreen own={AGENT} />)
    await user.click(await screen.findByRole('button', { name: 'Créer un rôle' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('Nom'), 'Accueil')
    expect(within(dialog).getByRole('checkbox', { name: /modèles/ })).toBeDisabled()
    expect(within(dialog).getByRole('checkbox', { name: 'Voir son profil' })).toBeDisabled()
    await user.selectOptions(within(dialog).getByLabelText('Rôle intégré'), 'guest')
    expect(within(dialog).queryByRole('checkbox', { name: /Gérer les documents/ })).toBeNull()
    await user.click(within(dialog).getByRole('checkbox', { name: 'Poser des questions' }))
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le rôle' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const sent = requests.find(({ method }) => method === 'POST')
    expect(sent?.path).toBe('/roles')
    expect(sent?.body).toMatchObject({ name: 'Accueil', base: 'guest' })
    const { permissions } = sent?.body as { permissions: Permission[] }
    expect([...permissions].sort()).toEqual([...FIXED, 'documents.read', 'search.use'].sort())
  })

  it('edits a role without touching its base, and says whom it reaches', async () => {
    const user = userEvent.setup()
    show(<RolesScreen own={MOST} />)
    await user.click(await screen.findByRole('button', { name: 'Actions pour Lecture' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Modifier Lecture' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByLabelText('Rôle intégré')).toBeDisabled()
    expect(within(dialog).getByText('Vaut aussitôt pour 4 personnes.')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le rôle' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const sent = requests.find(({ method }) => method === 'PATCH')
    expect(sent?.path).toBe('/roles/r1')
    expect(sent?.body).not.toHaveProperty('base')
  })

  it('keeps what was chosen when the server refuses', async () => {
    const user = userEvent.setup()
    answer = (method) =>
      method === 'GET'
        ? reply(200, { items: ROLES })
        : reply(409, { code: 'role.exists', title: 'Ce rôle existe déjà', status: 409 })
    show(<RolesScreen own={MOST} />)
    await user.click(await screen.findByRole('button', { name: 'Actions pour Lecture' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Dupliquer Lecture' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le rôle' }))
    expect(await within(dialog).findByText('Ce rôle existe déjà')).toBeInTheDocument()
    expect(within(dialog).getByLabelText('Nom')).toHaveValue('Lecture (copie)')
  })
})

describe('the choice of a role for a member', () => {
  it('sends a custom role with its base, and takes it away for a built-in one', () => {
    expect(chosenRole('r1', ROLES)).toEqual({ role: 'agent', custom_role_id: 'r1' })
    expect(chosenRole('guest', ROLES)).toEqual({ role: 'guest', custom_role_id: null })
  })
})

const CHECK: Access = {
  permissions: ['documents.read', 'search.use'],
  companies: ['Brun'],
  documents: 12,
  check: {
    document_id: 'd1',
    title: 'Guide VPN',
    reads: false,
    answered: false,
    steps: [
      {
        code: 'role.holds',
        outcome: 'allows',
        reason: 'Le rôle permet.',
        change: 'Un autre rôle.',
      },
      {
        code: 'company.other',
        outcome: 'denies',
        reason: 'Audience : Noir.',
        change: 'Ajoutez Brun.',
      },
    ],
  },
}

describe('what a member sees', () => {
  it('gives the reasons for a document, each with what to change', async () => {
    const user = userEvent.setup()
    answer = (_, path) => {
      if (path.startsWith('/documents')) {
        return reply(200, { items: [{ id: 'd1', title: 'Guide VPN' }] })
      }
      return reply(200, path.includes('document=d1') ? CHECK : { ...CHECK, check: null })
    }
    const { container } = show(<AccessPanel memberId="m1" name="Sophie" onClose={vi.fn()} />)
    expect(await screen.findByText('12 documents')).toBeInTheDocument()
    expect(screen.getByText('Brun')).toBeInTheDocument()
    await user.click(screen.getByRole('combobox', { name: 'Choisir un document' }))
    await user.click(await screen.findByRole('option', { name: 'Guide VPN' }))
    expect(await screen.findByText(/Sophie ne voit pas/)).toBeInTheDocument()
    const steps = screen.getByText('Empêche').closest('li')
    expect(steps).toHaveTextContent('Audience : Noir.')
    expect(steps).toHaveTextContent(/Pour changer cela\s*: Ajoutez Brun\./)
    await hasNoViolations(container)
  })
})

describe('who can see a document', () => {
  it('unfolds the people with their reasons, page after page', async () => {
    const user = userEvent.setup()
    const reader = (id: string, name: string): Reader => ({
      id,
      name,
      email: `${id}@example.com`,
      role: 'guest',
      custom_role: '',
      company: 'Brun',
      reads: true,
      answered: true,
      because: { code: 'company.own', outcome: 'allows', reason: `Car ${name}.`, change: '' },
    })
    answer = (_, path) =>
      path.includes('cursor=next')
        ? reply(200, { items: [reader('b', 'Bo')], next_cursor: null })
        : reply(200, { items: [reader('a', 'Ana')], next_cursor: 'next' })
    show(<ReadersPanel documentId="d1" />)
    const button = await screen.findByRole('button', { name: /Qui voit ce document/ })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(requests).toEqual([])
    await user.click(button)
    expect(await screen.findByText('Car Ana.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }))
    expect(await screen.findByText('Car Bo.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull()
  })
})

const MEMBER: Member = {
  id: 'm1',
  user: { id: 'u1', name: 'Léo', email: 'leo@example.com' },
  role: 'agent',
  custom_role: null,
  company: null,
  limited_to_companies: false,
  grants: [],
  active: true,
  source: 'invited',
  last_seen_at: null,
  created_at: '2026-03-10T10:00:00Z',
}

describe('the limits of an agent', () => {
  it('are companies, each with all permissions or some', async () => {
    const user = userEvent.setup()
    const onClose = vi.fn()
    answer = (method, path) => {
      if (method === 'PATCH') return reply(200, MEMBER)
      if (path.startsWith('/roles')) return reply(200, { items: ROLES })
      return reply(200, {
        items: [
          { id: 'c1', name: 'Brun' },
          { id: 'c2', name: 'Noir' },
        ],
      })
    }
    show(<LimitsDialog member={MEMBER} onSaved={vi.fn()} onClose={onClose} />)
    await user.click(await screen.findByRole('switch', { name: /Limiter à certaines/ }))
    expect(await screen.findByText(/Aucune entreprise choisie/)).toBeInTheDocument()
    await user.click(await screen.findByRole('checkbox', { name: 'Brun' }))
    await user.click(screen.getByRole('checkbox', { name: 'Noir' }))
    await user.click(screen.getByRole('switch', { name: /Droits pour Noir/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'Gérer les documents' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les limites' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const sent = requests.find(({ method }) => method === 'PATCH')?.body
    expect(sent).toEqual({
      limited_to_companies: true,
      grants: [
        { company_id: 'c1', permissions: null },
        {
          company_id: 'c2',
          permissions: ['answers.ask', 'search.use', 'documents.read', 'members.read'],
        },
      ],
    })
  })
})

describe('the banner of a preview', () => {
  const soon = (ms: number) => new Date(Date.now() + ms).toISOString()

  it('names whose view it is and leaves on demand', async () => {
    const user = userEvent.setup()
    answer = (method) => (method === 'DELETE' ? reply(204, null) : reply(200, {}))
    show(<PreviewBanner preview={{ name: 'Sophie', company: 'Brun', ends_at: soon(60_000) }} />)
    expect(await screen.findByText(/comme Sophie \(Brun\), en lecture seule/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Quitter l’aperçu' }))
    await waitFor(() =>
      expect(requests.map(({ method, path }) => `${method} ${path}`)).toContain(
        'DELETE /me/preview',
      ),
    )
  })

  it('leaves by itself when its time is over', async () => {
    answer = (method) => (method === 'DELETE' ? reply(204, null) : reply(200, {}))
    show(<PreviewBanner preview={{ name: 'Sophie', company: 'Brun', ends_at: soon(-1) }} />)
    await waitFor(() => expect(requests.map(({ method }) => method)).toContain('DELETE'))
  })
})
