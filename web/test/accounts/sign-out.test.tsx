/** Wherever somebody is signed in, signing out is at hand. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRouter,
} from '@tanstack/react-router'
import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me } from '@/api/types'
import { Shell } from '@/app/Shell'
import { entryRoutes } from '@/app/entryRoutes'
import { router } from '@/app/router'
import { SetupScreen } from '@/features/accounts/security/SetupScreen'
import { JoinScreen } from '@/features/accounts/signin/JoinScreen'
import { SsoNeededScreen } from '@/features/accounts/signin/SsoNeededScreen'
import { ConsentScreen } from '@/features/oauth/ConsentScreen'
import { TranslationProvider } from '@/i18n'
import { Server, json } from './server'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const SESSION = '/_allauth/browser/v1/auth/session'
const ME = {
  user: { id: 'u1', name: 'Claire', email: 'c@x.example' },
  member: { id: 'm1', role: 'agent', custom_role: null },
  workspace: { id: 'w1', name: 'Armor' },
  workspaces: [{ id: 'w1', name: 'Armor', role: 'agent', needs: '' }],
  permissions: ['documents.read'],
  preferences: {
    language: 'en',
    theme: 'light',
    density: 'comfortable',
    text_size: 100,
    start_page: 'assistant',
    answer_length: 'normal',
    tone: 'neutral',
    expertise: 'intermediate',
    chosen: [],
  },
  preview: null,
} satisfies Partial<Record<keyof Me, unknown>>
const ACCOUNT = { id: '1', display: 'Claire', email: 'c@x.example', has_usable_password: true }

const server = new Server()
const user = userEvent.setup()

beforeEach(() => {
  localStorage.setItem('netz-language', 'en')
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener = () => undefined
      close = () => undefined
    },
  )
  server.start()
  server.on('GET /api/v2/me', () => json(200, ME))
  server.on('GET /api/v2/sso/sign-out', () => json(200, { url: null }))
  server.on('GET /api/v2/conversations', () => json(200, { items: [], next: null }))
  server.on('GET /api/v2/sign-in/options', () =>
    json(200, {
      methods: [],
      providers: [],
      sso: null,
      registration: 'invitation',
      branding: null,
    }),
  )
  server.on(`GET ${SESSION}`, () =>
    json(200, {
      status: 200,
      data: { user: ACCOUNT, methods: [] },
      meta: { is_authenticated: true },
    }),
  )
  server.on(`DELETE ${SESSION}`, () =>
    json(401, { status: 401, data: { flows: [] }, meta: { is_authenticated: false } }),
  )
})

afterEach(() => {
  server.stop()
  vi.unstubAllGlobals()
})

function show(content: ReactNode, me = ME): void {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(['me'], me)
  render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider client={client}>{content}</QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
}

describe('signing out', () => {
  it('stands in the frame of every screen that is not the way in', () => {
    const outside = new Set<string>([
      ...entryRoutes.map(({ id }) => id),
      '__root__',
      '/invitation/$token',
      '/oauth/consent',
    ])
    const inside = Object.values(router.routesById).filter(({ id }) => !outside.has(id))
    expect(inside.length).toBeGreaterThan(15)
    expect(inside.filter(({ id }) => !id.startsWith('/signed-in'))).toEqual([])
  })

  it.each([
    ['on a wide screen', true, false],
    ['with the sidebar folded away', true, true],
    ['on a phone', false, false],
  ])('is two steps away %s', async (_, wide, folded) => {
    const preferences = { ...ME.preferences, sidebar_state: folded ? 'folded' : 'open' }
    const me = { ...ME, preferences }
    server.on('GET /api/v2/me', () => json(200, me))
    vi.stubGlobal('matchMedia', () => ({
      matches: wide,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }))
    const framed = createRouter({
      routeTree: createRootRoute({ component: Shell }),
      history: createMemoryHistory(),
    })
    show(<RouterProvider router={framed as never} />, me)
    if (!wide) await user.click(await screen.findByRole('button', { name: 'Open the menu' }))
    if (folded) await user.click(await screen.findByRole('button', { name: 'Show the sidebar' }))
    await user.click(await screen.findByRole('button', { name: /Claire/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await waitFor(() => expect(server.count(`DELETE ${SESSION}`)).toBe(1))
  })

  const left = vi.fn()
  it.each<[string, ReactNode, string]>([
    [
      'joining a workspace',
      <JoinScreen workspace="" onJoined={vi.fn()} onSignedOut={left} />,
      'Use another account',
    ],
    [
      'the workspace’s own provider',
      <SsoNeededScreen workspace="" next="/" onSignedOut={left} />,
      'Use another account',
    ],
    ['setting a second factor up', <SetupScreen onDone={vi.fn()} onSignedOut={left} />, 'Sign out'],
  ])('is on the screen for %s', async (_, content, name) => {
    left.mockClear()
    show(content)
    await user.click(await screen.findByRole('button', { name }))
    await waitFor(() => expect(left).toHaveBeenCalled())
    expect(server.count(`DELETE ${SESSION}`)).toBe(1)
  })

  it('is on the screen that asks what an application may do', async () => {
    const signOut = vi.fn(() => Promise.resolve())
    server.on('GET /api/v2/oauth/authorization', () =>
      json(200, {
        location: null,
        application: 'Relais',
        redirect_host: 'r.example',
        workspace: 'Armor',
        scopes: ['openid'],
      }),
    )
    show(<ConsentScreen request="client_id=abc" leave={vi.fn()} signOut={signOut} />)
    await user.click(await screen.findByRole('button', { name: 'Sign out' }))
    expect(signOut).toHaveBeenCalledOnce()
  })
})
