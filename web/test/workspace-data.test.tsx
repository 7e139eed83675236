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
import { Suspense, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me } from '@/api/types'
import { ClosingBanner } from '@/app/ClosingBanner'
import { WorkspaceScreen } from '@/features/admin/WorkspaceScreen'
import type { Deletion, WorkspaceExport } from '@/features/admin/workspaceApi'
import { TranslationProvider, loadCatalogue } from '@/i18n'

vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const EXPORT: WorkspaceExport = {
  id: 'x1',
  created_at: '2026-11-20T10:00:00Z',
  asked_by: 'Claire',
  passages: false,
  state: 'ready',
  done: 40,
  total: 40,
  size: 2048,
  sha256: 'ab',
  error_code: '',
  ended_at: '2026-11-20T10:01:00Z',
  expires_at: '2026-11-27T10:01:00Z',
}
const DELETION: Deletion = {
  closes_at: null,
  asked_by: '',
  asked_at: null,
  extent: { members: 5, companies: 2, documents: 31, conversations: 12, trail: 400, bytes: 1024 },
  usual_days: 14,
  fewest_days: 1,
  most_days: 90,
}

interface Sent {
  method: string
  path: string
  body: unknown
}
let sent: Sent[] = []
let exports: WorkspaceExport[] = []
let deletion: Deletion = DELETION
let permissions: string[] = []
let refuse: ((request: Sent) => Response | undefined) | null = null

const reply = (body: unknown, status = 200) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status })

function me(): Partial<Me> {
  const workspace = { id: 'w', name: 'Korvelin', slug: 'korvelin', closes_at: deletion.closes_at }
  return { workspace, permissions: permissions as Me['permissions'] }
}

function answer(request: Sent): Response {
  const { method, path } = request
  const refused = refuse?.(request)
  if (refused) return refused
  if (path === '/me') return reply(me())
  if (path === '/workspace/exports' && method === 'POST') {
    exports = [{ ...EXPORT, id: 'x2', state: 'running', done: 10 }, ...exports]
    return reply(exports[0], 202)
  }
  if (path === '/workspace/exports') return reply({ items: exports, next_cursor: null })
  if (path.endsWith('/cancellation')) {
    exports = exports.map((one) => (one.id === 'x2' ? { ...one, state: 'cancelled' } : one))
    return reply(exports[0])
  }
  if (path.endsWith('/link')) return reply({ url: '/file?token=t', expires_at: '' }, 201)
  if (path === '/workspace/deletion' && method === 'POST') {
    deletion = { ...DELETION, closes_at: '2026-12-07T10:00:00Z', asked_by: 'Claire' }
    return reply(deletion, 201)
  }
  if (path === '/workspace/deletion' && method === 'DELETE') {
    deletion = DELETION
    return reply(null, 204)
  }
  return reply(deletion)
}

beforeEach(async () => {
  localStorage.setItem('netz-language', 'fr')
  await loadCatalogue('fr')
  sent = []
  exports = [EXPORT]
  deletion = DELETION
  permissions = ['workspace.export', 'workspace.delete']
  refuse = null
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
    const request = { method: init.method ?? 'GET', path: url.replace('/api/v2', ''), body }
    sent.push(request)
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
  const root = createRootRoute({ component: () => <Suspense>{node}</Suspense> })
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
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  return (await axe.run(document.body, { rules })).violations.map(({ id }) => id)
}

describe('exports of the workspace', () => {
  it('starts one, shows how far it is, and calls it off', async () => {
    show(<WorkspaceScreen />)
    await userEvent.click(await screen.findByLabelText(/Avec les passages/))
    await userEvent.click(screen.getByRole('button', { name: 'Lancer l’export' }))
    expect(await screen.findByText('En cours : 10 sur 40')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
    expect(screen.getByRole('button', { name: 'Lancer l’export' })).toBeDisabled()
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ passages: true })
    expect(await violations()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Annuler l’export' }))
    expect(await screen.findByText('Annulé. Rien n’a été gardé.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Lancer l’export' })).toBeEnabled()
  })

  it('fetches a ready one by a link of its own', async () => {
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push(this.getAttribute('href') ?? '')
    })
    show(<WorkspaceScreen />)
    await userEvent.click(await screen.findByRole('button', { name: /Télécharger l’export du/ }))
    await waitFor(() => expect(clicked).toEqual(['/file?token=t']))
    expect(sent.some(({ path }) => path === '/workspace/exports/x1/link')).toBe(true)
  })

  it('says why none could be started, and why one failed', async () => {
    exports = [{ ...EXPORT, state: 'failed', error_code: 'no_room' }]
    refuse = ({ method }) =>
      method === 'POST'
        ? reply({ code: 'export.no_room', title: 'Pas assez de place', hint: 'Libérez' }, 507)
        : undefined
    show(<WorkspaceScreen />)
    expect(await screen.findByText(/Échec : plus assez de place/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Lancer l’export' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Pas assez de place')
  })

  it('says that there is none yet, and lets a failed list be asked for again', async () => {
    exports = []
    let failing = true
    refuse = ({ path }) =>
      failing && path === '/workspace/exports'
        ? reply({ code: 'internal', title: 'Erreur interne' }, 500)
        : undefined
    show(<WorkspaceScreen />)
    expect(await screen.findByText('Erreur interne')).toBeVisible()
    failing = false
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(await screen.findByText('Aucun export pour l’instant.')).toBeVisible()
  })
})

describe('the deletion of the workspace', () => {
  it('shows what goes, asks for the name, and can be taken back', async () => {
    show(<WorkspaceScreen />)
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer l’espace…' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('31')).toBeVisible()
    const submit = within(dialog).getByRole('button', { name: 'Prévoir la suppression' })
    const field = within(dialog).getByLabelText('Tapez Korvelin pour confirmer')
    await userEvent.type(field, 'korvelin')
    expect(submit).toBeDisabled()
    await userEvent.clear(field)
    await userEvent.type(field, 'Korvelin')
    expect(await violations()).toEqual([])
    await userEvent.click(submit)
    expect(await screen.findByText(/Cet espace sera supprimé le/)).toBeVisible()
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Korvelin',
      days: 14,
    })
    await userEvent.click(screen.getByRole('button', { name: 'Garder l’espace' }))
    expect(await screen.findByRole('button', { name: 'Supprimer l’espace…' })).toBeVisible()
  })

  it('is not offered to whoever may only export', async () => {
    permissions = ['workspace.export']
    show(<WorkspaceScreen />)
    expect(await screen.findByRole('button', { name: 'Lancer l’export' })).toBeVisible()
    expect(screen.queryByText('Supprimer l’espace')).toBeNull()
    expect(sent.some(({ path }) => path === '/workspace/deletion')).toBe(false)
  })

  it('is told to everybody above each screen, with the way back for admins', async () => {
    deletion = { ...DELETION, closes_at: '2026-12-07T10:00:00Z' }
    permissions = []
    show(<ClosingBanner />)
    expect(await screen.findByText('Korvelin sera supprimé le 7 déc. 2026.')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
    expect(await violations()).toEqual([])
  })
})
