import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mine } from '@/api/allauth'
import { api, setBarredHandler, setStepUpHandler } from '@/api/client'
import { StepUpHost } from '@/features/accounts/StepUpHost'
import { confirmIdentity } from '@/features/accounts/stepUp'
import { TranslationProvider } from '@/i18n'
import { Server, json, problem } from './accounts/server'

vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const server = new Server()
const user = userEvent.setup()

beforeEach(() => {
  localStorage.setItem('netz-language', 'en')
  server.start()
  setStepUpHandler(confirmIdentity)
  server.on('GET /_allauth/browser/v1/auth/session', () =>
    json(200, {
      data: {
        user: { id: '1', display: 'Claire', email: 'c@x.example', has_usable_password: true },
        methods: [{ method: 'password' }],
      },
    }),
  )
  server.on('GET /_allauth/browser/v1/account/authenticators', () => json(200, { data: [] }))
  render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider client={new QueryClient()}>
          <StepUpHost />
        </QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
})

afterEach(() => {
  setBarredHandler(() => undefined)
  server.stop()
})

const needed = () => problem(403, 'access.step_up_needed', 'Confirm that it is you')

async function givePassword(): Promise<void> {
  await user.type(await screen.findByLabelText('Password'), 'a long sentence')
  await user.click(screen.getByRole('button', { name: 'Confirm' }))
}

it('repeats the call, with the same idempotency key, once the person has confirmed', async () => {
  server.on('POST /api/v2/api-keys', needed, () => json(201, { id: 'made' }))
  server.on('POST /_allauth/browser/v1/auth/reauthenticate', () => json(200, { data: {} }))
  const made = api.post<{ id: string }>('/api-keys', { name: 'Script' })
  await givePassword()
  expect(await made).toEqual({ id: 'made' })
  const calls = server.sent.filter(({ call }) => call === 'POST /api/v2/api-keys')
  expect(calls).toHaveLength(2)
  expect(calls[0]?.key).toBeTruthy()
  expect(calls[1]?.key).toBe(calls[0]?.key)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('leaves everything as it was when the person gives up', async () => {
  server.on('POST /api/v2/api-keys', needed)
  const refused = expect(api.post('/api-keys', {})).rejects.toMatchObject({
    code: 'access.step_up_needed',
  })
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  await refused
  expect(server.count('POST /api/v2/api-keys')).toBe(1)
})

it('asks once for two calls and says in words that a password is wrong', async () => {
  server.on('DELETE /api/v2/a', needed, () => new Response(null, { status: 204 }))
  server.on('DELETE /api/v2/b', needed, () => new Response(null, { status: 204 }))
  server.on(
    'POST /_allauth/browser/v1/auth/reauthenticate',
    () =>
      json(400, {
        errors: [{ param: 'password', code: 'incorrect_password', message: 'Incorrect.' }],
      }),
    () => json(200, { data: {} }),
  )
  const both = Promise.all([api.delete('/a'), api.delete('/b')])
  await givePassword()
  expect(await screen.findByText('This password is not the right one.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Confirm' }))
  await both
  expect(screen.queryAllByRole('dialog')).toHaveLength(0)
})

it('asks for the proof that the sign-in API wants', async () => {
  server.on(
    'GET /_allauth/browser/v1/account/authenticators/totp',
    () => json(401, { data: { flows: [] }, meta: { is_authenticated: true } }),
    () => json(200, { data: { type: 'totp' } }),
  )
  server.on('POST /_allauth/browser/v1/auth/reauthenticate', () => json(200, { data: {} }))
  const answer = mine('GET', '/account/authenticators/totp')
  await givePassword()
  expect(await answer).toEqual({ type: 'totp' })
})

it('tells the layout that the workspace asks for a second factor', async () => {
  const barred = vi.fn()
  setBarredHandler(barred)
  server.on('GET /api/v2/documents', () => problem(403, 'access.mfa_needed', 'Second factor'))
  await expect(api.get('/documents')).rejects.toMatchObject({ code: 'access.mfa_needed' })
  expect(barred).toHaveBeenCalledOnce()
})

it('asks whoever has a second factor for it, and not for the password', async () => {
  server.on('GET /_allauth/browser/v1/account/authenticators', () =>
    json(200, { data: [{ type: 'totp' }, { type: 'recovery_codes' }] }),
  )
  server.on('POST /api/v2/api-keys', needed, () => json(201, { id: 'made' }))
  server.on('POST /_allauth/browser/v1/auth/2fa/reauthenticate', () => json(200, { data: {} }))
  const made = api.post<{ id: string }>('/api-keys', { name: 'Script' })
  await user.type(await screen.findByLabelText('Code'), '123456')
  expect(screen.queryByLabelText('Password')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Confirm' }))
  expect(await made).toEqual({ id: 'made' })
})
