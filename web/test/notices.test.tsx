import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
} from '@tanstack/react-router'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browserName } from '@/features/notices/browserName'
import { InboxScreen } from '@/features/notices/InboxScreen'
import { NotificationsScreen } from '@/features/notices/NotificationsScreen'
import type { Choices, Notice } from '@/features/notices/api'
import { TranslationProvider } from '@/i18n'

vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'message',
  path: '/conversations/7',
  words: { name: 'Yanis', title: 'Écran noir' },
  created_at: '2026-11-20T10:00:00Z',
  read_at: null,
  ...more,
})

let inbox: Notice[]
let choices: Choices
let fails: boolean
const sent: { path: string; body: Record<string, unknown> }[] = []

function answer(path: string, init?: RequestInit): Response {
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' },
    })
  const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
    ids?: string[] | null
    kinds?: Choices['kinds']
  }
  if (init?.method && init.method !== 'GET') {
    sent.push({ path, body })
    if (fails) return json({ code: 'internal', title: 'Panne', status: 500 }, 500)
  }
  if (path.endsWith('/notices/read')) {
    inbox = inbox.map((one) =>
      body.ids && !body.ids.includes(one.id) ? one : { ...one, read_at: '2026-11-21T10:00:00Z' },
    )
  }
  const unread = inbox.filter(({ read_at }) => read_at === null)
  if (path.endsWith('/notices/read') || path.endsWith('/notices/count')) {
    return json({ unread: unread.length })
  }
  if (path.includes('/notice-choices')) {
    const kinds = choices.kinds.map(
      (one) => body.kinds?.find(({ kind }) => kind === one.kind) ?? one,
    )
    choices = { ...choices, ...body, kinds }
    return json(choices)
  }
  if (path.includes('/push/devices')) return json({ items: [] })
  return json({ items: path.includes('unread=true') ? unread : inbox })
}

beforeEach(() => {
  inbox = []
  fails = false
  sent.length = 0
  choices = {
    kinds: [
      { kind: 'message', push: true, mail: 'now' },
      { kind: 'export', push: true, mail: 'never' },
    ],
    zone: 'Europe/Paris',
    quiet: null,
    digest_at: '08:00',
    chosen: false,
    mail_is_set_up: true,
  }
  localStorage.setItem('netz-language', 'fr')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) =>
    Promise.resolve(answer(String(input), init)),
  )
})

function show(component: RouteComponent) {
  const root = createRootRoute()
  const paths = ['/', '/conversations/$id', '/settings/notifications']
  const routes = paths.map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: path === '/' ? component : () => 'ailleurs',
    }),
  )
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider client={client}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
}

describe('the inbox', () => {
  it('tells what happened, leads there, and counts it as read', async () => {
    inbox = [
      notice('b', { kind: 'export', words: { count: 1 }, path: '/conversations' }),
      notice('a'),
    ]
    const { container } = show(InboxScreen)
    const link = await screen.findByRole('link', { name: /Yanis vous a écrit/ })
    expect(link).toHaveAttribute('href', '/conversations/7')
    expect(link).toHaveTextContent('Écran noir')
    expect(screen.getByText(/Votre export d’une conversation est prêt/)).toBeVisible()
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } })
    expect(violations).toEqual([])
    await userEvent.click(link)
    await waitFor(() => expect(sent[0]?.body).toEqual({ ids: ['a'] }))
  })

  it('is emptied of what is unread at once', async () => {
    inbox = [notice('a'), notice('b')]
    show(InboxScreen)
    await userEvent.click(await screen.findByText('Non lues'))
    expect(await screen.findAllByText('Non lue :')).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Tout marquer comme lu' }))
    expect(await screen.findByText('Vous avez tout lu')).toBeVisible()
    expect(sent[0]?.body).toEqual({ ids: null })
  })

  it('says that nothing is there', async () => {
    show(InboxScreen)
    expect(await screen.findByText('Aucune notification')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Tout marquer comme lu' })).toBeDisabled()
  })
})

describe('how one is told', () => {
  it('is chosen kind by kind, with the zone of the browser', async () => {
    show(NotificationsScreen)
    const mail = await screen.findByRole('combobox', { name: /Quelqu’un vous écrit/ })
    await userEvent.selectOptions(mail, 'daily')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({
      kinds: [
        { kind: 'message', push: true, mail: 'daily' },
        { kind: 'export', push: true, mail: 'never' },
      ],
      quiet: null,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
    expect(await screen.findByText('Heure de l’e-mail du jour')).toBeVisible()
    expect(await screen.findByText('Enregistré.')).toBeVisible()
  })

  it('has quiet hours', async () => {
    show(NotificationsScreen)
    await userEvent.click(await screen.findByRole('switch', { name: 'Observer des heures calmes' }))
    await waitFor(() => expect(sent[0]?.body.quiet).toEqual({ start: '21:00', end: '07:00' }))
    expect(await screen.findByLabelText('De')).toHaveValue('21:00')
  })

  it('stays chosen on the screen when it could not be saved', async () => {
    fails = true
    show(NotificationsScreen)
    await userEvent.click(await screen.findByRole('checkbox', { name: /Un export est prêt/ }))
    expect(await screen.findByText(/Vos choix restent affichés ici/)).toBeVisible()
    expect(screen.getByRole('checkbox', { name: /Un export est prêt/ })).not.toBeChecked()
    fails = false
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(await screen.findByText('Enregistré.')).toBeVisible()
    expect(screen.getByRole('checkbox', { name: /Un export est prêt/ })).not.toBeChecked()
  })

  it('says why a browser cannot ring', async () => {
    show(NotificationsScreen)
    const devices = await screen.findByRole('region', { name: 'Appareils qui sonnent' })
    expect(within(devices).getByText(/ne sait pas recevoir/)).toBeVisible()
    expect(await within(devices).findByRole('button')).toBeDisabled()
  })
})

it.each([
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0', 'Firefox · Linux'],
  ['curl', 'NETZ AI'],
])('%s is called %s', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})

describe('the service worker', () => {
  const load = async () => {
    vi.resetModules()
    return import('@/offline/ringing')
  }

  it('reads what it is told, and shows something whatever comes', async () => {
    const { toldBy } = await load()
    const told = { title: 'Yanis vous a écrit', body: 'Écran', path: '/conversations/7', tag: '7' }
    expect(toldBy(JSON.stringify(told))).toEqual(told)
    expect(toldBy('rien')).toMatchObject({ title: 'NETZ AI', path: '/inbox' })
    expect(toldBy(undefined)).toMatchObject({ path: '/inbox' })
  })

  it.each([
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    'javascript:alert(1)',
    7,
  ])('leads to no other place: %s', async (path) => {
    const { toldBy } = await load()
    expect(toldBy(JSON.stringify({ title: 'x', path })).path).toBe('/inbox')
  })

  it('goes there in a window that is open, else in a new one', async () => {
    const focus = vi.fn(() => Promise.resolve())
    const postMessage = vi.fn()
    const openWindow = vi.fn(() => Promise.resolve())
    let windows = [{ focus, postMessage }]
    vi.stubGlobal('clients', { matchAll: () => Promise.resolve(windows), openWindow })
    const { open } = await load()
    await open('/conversations/7')
    expect(postMessage).toHaveBeenCalledWith({ kind: 'open', path: '/conversations/7' })
    expect(openWindow).not.toHaveBeenCalled()
    windows = []
    await open('/conversations/8')
    expect(openWindow).toHaveBeenCalledWith('/conversations/8')
  })
})
