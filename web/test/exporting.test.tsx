import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { saveFile } from '@/api/saveFile'
import { ExportDialog } from '@/features/assistant/ExportDialog'
import { TranslationProvider, loadCatalogue } from '@/i18n'

vi.mock('@/api/saveFile', async (original) => ({
  ...(await original<typeof import('@/api/saveFile')>()),
  saveFile: vi.fn(),
}))

const IDS = Array.from({ length: 101 }, (_, i) => `c${i}`)
const calls: { method: string; path: string; body: unknown }[] = []
let jobs: Record<string, unknown>[] = []

const JOB = {
  id: 'e1',
  created_at: '2026-11-23T10:00:00Z',
  format: 'pdf',
  state: 'running',
  done: 50,
  total: 101,
  left_out: 0,
  file_name: '',
  size: 0,
  error_code: '',
  ended_at: null,
  expires_at: null,
}

beforeAll(() => loadCatalogue('fr'))

beforeEach(() => {
  calls.length = 0
  jobs = [JOB]
  vi.mocked(saveFile).mockClear()
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    calls.push({ method, path, body: init.body && JSON.parse(init.body as string) })
    if (path.includes('/conversations/exports') || path.endsWith('/file')) {
      const headers = { 'Content-Disposition': 'attachment; filename="conversations.pdf"' }
      return Promise.resolve(new Response('x', { headers }))
    }
    const told = method === 'GET' ? { items: jobs, next_cursor: null } : JOB
    const headers = { 'Content-Type': 'application/json' }
    return Promise.resolve(new Response(JSON.stringify(told), { headers }))
  })
})

afterEach(() => vi.unstubAllGlobals())

function open(props: { ids?: string[]; filter?: Record<string, string> }) {
  localStorage.setItem('netz-language', 'fr')
  const onClose = vi.fn()
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <TranslationProvider>
          <ExportDialog {...props} onClose={onClose} />
        </TranslationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return onClose
}

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }))
const sent = (method: string) => calls.filter((call) => call.method === method)

it('fetches a few at once', async () => {
  const onClose = open({ ids: ['c1'] })
  await press('Télécharger')
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(sent('POST')[0]?.body).toEqual({ ids: ['c1'], format: 'pdf' })
  expect(vi.mocked(saveFile).mock.calls.map(([, name]) => name)).toEqual(['conversations.pdf'])
})

it('has many made by a job, and shows how far it is', async () => {
  open({ ids: IDS })
  await press('Lancer l’export')
  expect(await screen.findByText('En cours : 50 sur 101')).toBeTruthy()
  expect(sent('POST')[0]?.body).toEqual({ wanted: { ids: IDS }, format: 'pdf' })
  await press('Annuler l’export')
  await waitFor(() => expect(sent('POST')[1]?.path).toContain('/conversation-exports/e1/cancel'))
})

it('sends the filters that narrow the list, and no others', async () => {
  open({ filter: { state: 'active', folder: '', tag: 'vpn' } })
  await press('Lancer l’export')
  await waitFor(() =>
    expect(sent('POST')[0]?.body).toEqual({
      wanted: { filter: { state: 'active', tag: 'vpn' } },
      format: 'pdf',
    }),
  )
})

it('tells what failed and begins it again', async () => {
  jobs = [{ ...JOB, state: 'failed', error_code: 'no_room' }]
  open({ ids: IDS })
  await press('Lancer l’export')
  expect(await screen.findByText(/^Échec : plus assez de place/)).toBeTruthy()
  await press(/^Recommencer l’export du/)
  await waitFor(() =>
    expect(sent('POST')[1]?.body).toEqual({ wanted: { again: 'e1' }, format: 'pdf' }),
  )
})

it('hands out one that is ready', async () => {
  const ready = { state: 'ready', done: 101, size: 4096, expires_at: '2026-11-30T10:00:00Z' }
  jobs = [{ ...JOB, ...ready }]
  open({ ids: IDS })
  await press('Lancer l’export')
  expect(await screen.findByText(/^Prêt : 101 conversations/)).toBeTruthy()
  await press(/^Télécharger l’export du/)
  await waitFor(() => expect(saveFile).toHaveBeenCalled())
})
