import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SignInScreen } from '@/features/accounts/signin/SignInScreen'
import { TranslationProvider } from '@/i18n'
import { json, Server } from './server'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

const PROVIDER = { id: 'c9', name: 'Halewyn', kind: 'saml', url: '/start/c9', enforced: true }
const OPTIONS = {
  sso: PROVIDER,
  methods: ['password'],
  providers: [],
  registration: 'invitation',
  branding: null,
}
const server = new Server()
const user = userEvent.setup()
const assign = vi.fn()

beforeEach(() => {
  localStorage.setItem('netz-language', 'en')
  sessionStorage.clear()
  assign.mockClear()
  vi.stubGlobal('location', { assign })
  server.start()
  server.on('GET /api/v2/sign-in/options', () => json(200, OPTIONS))
})

afterEach(() => {
  server.stop()
  vi.unstubAllGlobals()
})

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <TranslationProvider>
          <SignInScreen workspace="" next="/" onStep={vi.fn()} />
        </TranslationProvider>
      </MantineProvider>
    </QueryClientProvider>,
  )
}

async function giveAddress(): Promise<void> {
  await user.type(await screen.findByLabelText('E-mail address'), 'c@x.example')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByRole('button', { name: 'Go now' })
}

it('leaves for the provider the first time, and waits for whoever comes back', async () => {
  const first = show()
  await giveAddress()
  expect(assign).toHaveBeenCalledTimes(1)
  first.unmount()
  show()
  await giveAddress()
  expect(assign).toHaveBeenCalledTimes(1)
})

it('lets an emergency admin give the password instead', async () => {
  show()
  await giveAddress()
  await user.click(screen.getByRole('button', { name: 'Emergency administrator: use a password' }))
  expect(await screen.findByLabelText('Password')).toBeInTheDocument()
})
