import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setStepUpHandler } from '@/api/client'
import { hintsFor } from '@/features/accounts/fields'
import { SecurityScreen } from '@/features/accounts/security/SecurityScreen'
import { CodeScreen } from '@/features/accounts/signin/CodeScreen'
import { FinishedScreen } from '@/features/accounts/signin/FinishedScreen'
import { JoinScreen } from '@/features/accounts/signin/JoinScreen'
import { RegisterScreen } from '@/features/accounts/signin/RegisterScreen'
import { SecondFactorScreen } from '@/features/accounts/signin/SecondFactorScreen'
import { SignInScreen } from '@/features/accounts/signin/SignInScreen'
import { TranslationProvider } from '@/i18n'
import { Server, json, problem } from './server'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const AUTH = '/_allauth/browser/v1'
const OPTIONS = {
  methods: ['password', 'code', 'passkey'],
  providers: [],
  sso: null,
  registration: 'invitation',
  branding: null,
}
const SSO = { id: 'c1', name: 'Halewyn', kind: 'oidc', url: '/start/c1', enforced: true }
const ACCOUNT = { id: '1', display: 'Claire', email: 'c@x.example', has_usable_password: true }

const server = new Server()
const user = userEvent.setup()

beforeEach(() => {
  localStorage.setItem('netz-language', 'en')
  server.start()
  server.on('GET /api/v2/sign-in/options', () => json(200, OPTIONS))
})

afterEach(() => {
  server.stop()
  setStepUpHandler(() => Promise.resolve(false))
})

function show(content: ReactNode): void {
  render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
        >
          {content}
        </QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
}

/** What axe finds; colours need a real page and are looked at in the browser tests. */
async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return found.violations.map(({ id }) => id)
}

const signIn = (onStep = vi.fn()) => {
  show(<SignInScreen workspace="" next="/" onStep={onStep} />)
  return onStep
}

async function giveAddress(): Promise<void> {
  await user.type(await screen.findByLabelText('E-mail address'), 'c@x.example')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
}

async function givePassword(): Promise<void> {
  await user.type(await screen.findByLabelText('Password'), 'a long sentence')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

const pending = (id: string, types?: string[]) =>
  json(401, {
    data: { flows: [{ id, is_pending: true, ...(types ? { types } : {}) }] },
    meta: { is_authenticated: false },
  })

describe('signing in', () => {
  it('takes the address, then the password, and says where the person stands', async () => {
    server.on(`POST ${AUTH}/auth/login`, () => pending('mfa_authenticate', ['totp']))
    const onStep = signIn()
    await giveAddress()
    await givePassword()
    await waitFor(() => expect(onStep).toHaveBeenCalledOnce())
    expect(onStep.mock.calls[0]?.[0]).toMatchObject({ pending: { id: 'mfa_authenticate' } })
    expect(onStep.mock.calls[0]?.[1]).toBe('c@x.example')
    expect(await violations()).toEqual([])
  })

  it('takes anything that is pasted and lets password managers in', async () => {
    signIn()
    const email = await screen.findByLabelText('E-mail address')
    expect(email).toHaveAttribute('autocomplete', 'username webauthn')
    await user.click(email)
    await user.paste('c@x.example')
    await user.keyboard('{Enter}')
    const password = await screen.findByLabelText('Password')
    expect(password).toHaveAttribute('autocomplete', 'current-password')
    expect(password).toHaveFocus()
    await user.paste('a long sentence')
    expect(password).toHaveValue('a long sentence')
  })

  it('offers the usual ways when the options cannot be read', async () => {
    server.on('GET /api/v2/sign-in/options', () => problem(404, 'not_found', 'Not found'))
    signIn()
    await giveAddress()
    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Get a code by e-mail' })).toBeVisible()
  })

  it('asks for no password where the organisation insists on its own sign-in', async () => {
    const assign = vi.fn()
    vi.stubGlobal('location', { assign })
    server.on('GET /api/v2/sign-in/options', () => json(200, { ...OPTIONS, sso: SSO }))
    signIn()
    await giveAddress()
    expect(await screen.findByText('Halewyn will ask you to sign in.')).toBeVisible()
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(assign).toHaveBeenCalledWith('/start/c1?next=%2F')
  })

  it('counts down after too many tries', async () => {
    server.on(`POST ${AUTH}/auth/login`, () =>
      problem(429, 'too_many', 'Too many attempts', { 'Retry-After': '95' }),
    )
    signIn()
    await giveAddress()
    await givePassword()
    expect(await screen.findByText('Too many attempts')).toBeVisible()
    expect(screen.getByRole('timer')).toHaveTextContent(/You can try again in 1:3\d/)
  })

  it('says that the code step is over, and where to start again', async () => {
    server.on(`GET ${AUTH}/auth/session`, () => json(401, { data: { flows: [] }, meta: {} }))
    show(<CodeScreen email="" restart="/sign-in" onStep={vi.fn()} />)
    expect(await screen.findByText('This step has expired')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Back to sign-in' })).toHaveAttribute(
      'href',
      '/sign-in',
    )
  })

  it('offers the second factors that the account has', async () => {
    server.on(`GET ${AUTH}/auth/session`, () =>
      pending('mfa_authenticate', ['totp', 'recovery_codes']),
    )
    server.on(`POST ${AUTH}/auth/2fa/authenticate`, () => json(200, { data: { user: ACCOUNT } }))
    const onStep = vi.fn()
    show(<SecondFactorScreen restart="/sign-in" onStep={onStep} />)
    const code = await screen.findByLabelText('Code from your app')
    expect(code).toHaveAttribute('autocomplete', 'one-time-code')
    await user.click(screen.getByRole('button', { name: 'Use a recovery code' }))
    await user.type(screen.getByLabelText('Recovery code'), '1234 5678')
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    await waitFor(() => expect(onStep).toHaveBeenCalledOnce())
    expect(server.bodyOf(`POST ${AUTH}/auth/2fa/authenticate`)).toEqual({ code: '12345678' })
    expect(await violations()).toEqual([])
  })

  it('tells a refusal of the identity provider in its own words', async () => {
    server.on('GET /api/v2/sign-in/refusal', () =>
      json(200, {
        fr: { title: 'Annulé', hint: '' },
        en: { title: 'Sign-in cancelled', hint: 'You stopped it.' },
      }),
    )
    show(
      <FinishedScreen
        error="cancelled"
        confirmed={false}
        signInAddress="/sign-in"
        onStep={vi.fn()}
      />,
    )
    expect(await screen.findByText('Sign-in cancelled')).toBeVisible()
  })
})

describe('registering and joining', () => {
  it('says that the workspace opens by invitation', async () => {
    show(<RegisterScreen workspace="korvelin" signInAddress="/sign-in" onStep={vi.fn()} />)
    expect(await screen.findByText('By invitation')).toBeVisible()
    expect(screen.queryByLabelText('E-mail address')).toBeNull()
  })

  it('says that an address may not register, and keeps what was typed', async () => {
    server.on('GET /api/v2/sign-in/options', () => json(200, { ...OPTIONS, registration: 'open' }))
    server.on(`POST ${AUTH}/auth/signup`, () => json(403, {}))
    show(<RegisterScreen workspace="korvelin" signInAddress="/sign-in" onStep={vi.fn()} />)
    await user.type(await screen.findByLabelText('First and last name'), 'Rose Kerbrat')
    await user.type(screen.getByLabelText('E-mail address'), 'r@x.example')
    await user.type(screen.getByLabelText('Choose a password'), 'a long sentence')
    await user.click(screen.getByRole('button', { name: 'Create my account' }))
    expect(await screen.findByText('This address cannot register here.')).toBeVisible()
    expect(screen.getByLabelText('E-mail address')).toHaveValue('r@x.example')
    expect(await violations()).toEqual([])
  })

  it('joins the workspace that lets the person in', async () => {
    server.on('GET /api/v2/sign-in/options', () => json(200, { ...OPTIONS, registration: 'open' }))
    server.on(`GET ${AUTH}/auth/session`, () => json(200, { data: { user: ACCOUNT } }))
    server.on('POST /api/v2/memberships', () => json(201, {}))
    const onJoined = vi.fn()
    show(<JoinScreen workspace="korvelin" onJoined={onJoined} onSignedOut={vi.fn()} />)
    await user.click(await screen.findByRole('button', { name: 'Join the workspace' }))
    await waitFor(() => expect(onJoined).toHaveBeenCalledOnce())
    expect(server.bodyOf('POST /api/v2/memberships')).toEqual({ workspace: 'korvelin' })
  })
})

describe('the security of an account', () => {
  const session = (given: object) => ({
    id: 1,
    ip: '192.0.2.1',
    created_at: 1_700_000_000,
    last_seen_at: 1_700_000_000,
    is_current: true,
    device: { browser: 'Firefox', system: 'Linux', kind: 'desktop' },
    ...given,
  })

  beforeEach(() => {
    server.on(`GET ${AUTH}/auth/session`, () => json(200, { data: { user: ACCOUNT } }))
    server.on(`GET ${AUTH}/account/email`, () =>
      json(200, { data: [{ email: ACCOUNT.email, verified: true, primary: true }] }),
    )
    server.on(`GET ${AUTH}/auth/sessions`, () =>
      json(200, { data: [session({ id: 2, is_current: false }), session({})] }),
    )
    server.on(`GET ${AUTH}/account/authenticators`, () =>
      json(200, { data: [{ type: 'totp', created_at: 1_700_000_000, last_used_at: null }] }),
    )
  })

  it('shows this device first and closes another session', async () => {
    server.on(`DELETE ${AUTH}/auth/sessions`, () => json(200, { data: [] }))
    show(<SecurityScreen onSignedOut={vi.fn()} />)
    const list = await screen.findByRole('list', { name: 'Open sessions' })
    const [first, second = list] = within(list).getAllByRole('listitem')
    expect(first).toHaveTextContent('This device')
    await user.click(within(second).getByRole('button'))
    await waitFor(() =>
      expect(server.bodyOf(`DELETE ${AUTH}/auth/sessions`)).toEqual({ sessions: [2] }),
    )
    expect(await violations()).toEqual([])
  })

  it('shows new recovery codes once, and closes them by their button alone', async () => {
    const codes = ['11111111', '22222222']
    server.on(`POST ${AUTH}/account/authenticators/recovery-codes`, () =>
      json(200, { data: { unused_codes: codes } }),
    )
    show(<SecurityScreen onSignedOut={vi.fn()} />)
    await user.click(await screen.findByRole('button', { name: 'Renew the codes' }))
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Renew the codes' }),
    )
    expect(await screen.findByText('22222222')).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.getByText('22222222')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'I have kept them' }))
    await waitFor(() => expect(screen.queryByText('22222222')).toBeNull())
  })

  it('leaves a sign-in that the organisation manages to the organisation', async () => {
    server.on(`GET ${AUTH}/account/authenticators`, () =>
      problem(403, 'access.sso_account', 'Managed elsewhere'),
    )
    show(<SecurityScreen onSignedOut={vi.fn()} />)
    expect(await screen.findByText('Your organisation manages your sign-in.')).toBeVisible()
    expect(await screen.findByRole('list', { name: 'Open sessions' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Change password' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Delete my account…' })).toBeNull()
  })

  it('deletes the account only once its address is typed', async () => {
    server.on('DELETE /api/v2/account', () => new Response(null, { status: 204 }))
    const onSignedOut = vi.fn()
    show(<SecurityScreen onSignedOut={onSignedOut} />)
    await user.click(await screen.findByRole('button', { name: 'Delete my account…' }))
    const dialog = screen.getByRole('dialog')
    const confirm = within(dialog).getByRole('button', { name: 'Delete my account' })
    expect(confirm).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox'), 'C@x.example')
    await user.click(confirm)
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce())
  })
})

describe('small things', () => {
  it('tells what a password lacks', () => {
    const met = (password: string) =>
      hintsFor(password, ['Claire Quéméneur', 'c@x.example']).filter(({ met }) => met).length
    expect(met('')).toBe(0)
    expect(met('aaaaaaaaaaaa')).toBe(2)
    expect(met('claire-claire-42')).toBe(2)
    expect(met('violette à midi')).toBe(3)
  })
})
