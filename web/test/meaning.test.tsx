import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Embeddings, VectorIndex } from '@/api/types'
import { MeaningScreen } from '@/features/ai/meaning/MeaningScreen'
import { applyIndexProgress } from '@/features/ai/meaning/api'
import { TranslationProvider } from '@/i18n'

// Whole screens in jsdom take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const BUILTIN = 'netz/0123456789ab'
const ENDPOINT = 'api.vectors.example/embed-large'

const index = (given: Partial<VectorIndex> = {}): VectorIndex => ({
  state: 'ready',
  model: BUILTIN,
  passages_total: 1200,
  passages_done: 1200,
  per_second: null,
  started_at: '2026-03-10T10:00:00Z',
  ended_at: '2026-03-10T10:02:00Z',
  error: null,
  ...given,
})

const embeddings = (given: Partial<Embeddings> = {}): Embeddings => ({
  choice: { kind: 'default', base_url: '', model: '', key_set: false },
  effective: { kind: 'builtin', model: BUILTIN, dimensions: 384 },
  builtin: { available: true, name: BUILTIN, size_bytes: 20_000_000 },
  index: index(),
  building: null,
  ...given,
})

const withEndpoint = (given: Partial<Embeddings> = {}) =>
  embeddings({
    choice: {
      kind: 'endpoint',
      base_url: 'https://api.vectors.example/v1',
      model: 'embed-large',
      key_set: true,
    },
    effective: { kind: 'endpoint', model: ENDPOINT, dimensions: 1024 },
    index: index({ model: ENDPOINT }),
    ...given,
  })

const newModel = (given: Partial<VectorIndex>) =>
  withEndpoint({
    index: index(),
    building: index({ model: ENDPOINT, passages_done: 300, ended_at: null, ...given }),
  })

const reply = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  })

/** The server: each "METHOD path" has its next reply, reading gives what was stored last. */
let stored: Embeddings
let replies: Record<string, () => Response>
const sent: { call: string; body: unknown }[] = []

beforeEach(() => {
  sent.length = 0
  replies = {}
  localStorage.setItem('netz-language', 'fr')
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const call = `${init.method ?? 'GET'} ${url.replace('/api/v2/ai/embeddings', '') || '/'}`
    if (call === 'GET /') return Promise.resolve(reply(200, stored))
    sent.push({ call, body: JSON.parse(init.body as string) as unknown })
    return Promise.resolve((replies[call] ?? (() => reply(200, stored)))())
  })
})

afterEach(() => vi.unstubAllGlobals())

async function show(state: Embeddings) {
  stored = state
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { container } = render(
    <MantineProvider env="test" withCssVariables={false}>
      <QueryClientProvider client={client}>
        <TranslationProvider>
          <MeaningScreen />
        </TranslationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  await screen.findByRole('heading', { name: 'Choisir le modèle' })
  return { client, container }
}

const inUse = () => within(screen.getByRole('region', { name: 'Réglage actuel' }))
const reading = () => within(screen.getByRole('region', { name: 'Lecture des passages' }))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const pick = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

describe('what is in use', () => {
  it('says of the built-in model that nothing leaves the machine', async () => {
    await show(embeddings())
    expect(inUse().getByText('Modèle intégré')).toBeInTheDocument()
    expect(inUse().getByText(/Français et anglais, 19\sMo. Rien ne quitte/)).toBeInTheDocument()
    expect(inUse().getByText('Réglage de l’installation')).toBeInTheDocument()
    expect(reading().getByText(/1\s200 passages se trouvent par leur sens/)).toBeInTheDocument()
  })

  it('says of an endpoint what is sent there', async () => {
    await show(withEndpoint())
    expect(inUse().getByText(/Les passages et les questions sont envoyés/)).toBeInTheDocument()
    expect(inUse().getByText('Une clé est enregistrée.')).toBeInTheDocument()
  })

  it('says that search is by words only when it is off', async () => {
    await show(embeddings({ effective: { kind: 'off' }, index: null }))
    expect(inUse().getByText(/par les mots seuls/)).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Lecture des passages' })).toBeNull()
  })

  it('says what to do when the built-in model is missing, and offers it no more', async () => {
    await show(
      embeddings({
        effective: { kind: 'builtin' },
        builtin: { available: false },
        index: null,
      }),
    )
    expect(inUse().getByText(/n’est pas installé/)).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'Modèle intégré' })).toBeDisabled()
  })
})

describe('the reading of the passages', () => {
  it('shows how far it is and that search goes on with the old model', async () => {
    await show(newModel({ state: 'building', per_second: 5 }))
    expect(reading().getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
    expect(reading().getByText(/l’ancien\s: Modèle intégré/)).toBeInTheDocument()
    expect(reading().getByText(/300 passages lus sur 1\s200/)).toBeInTheDocument()
    expect(reading().getByText('5 par seconde')).toBeInTheDocument()
    expect(reading().getByText('encore 3 minutes environ')).toBeInTheDocument()
  })

  it('follows live events, and reads the state again when it changes', async () => {
    const building = index({ state: 'building', passages_done: 300, ended_at: null })
    const { client } = await show(embeddings({ index: building, building }))
    act(() => applyIndexProgress(client, { ...building, passages_done: 600 }))
    await waitFor(() =>
      expect(reading().getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50'),
    )
    stored = embeddings()
    act(() => applyIndexProgress(client, { ...building, state: 'ready', passages_done: 1200 }))
    expect(await reading().findByText('À jour')).toBeInTheDocument()
  })

  it('asks again by itself when no event comes', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await show(newModel({ state: 'building' }))
    stored = withEndpoint()
    await act(() => vi.advanceTimersByTimeAsync(6_000))
    vi.useRealTimers()
    expect(await reading().findByText('À jour')).toBeInTheDocument()
  })

  it('can be stopped and goes on later', async () => {
    await show(newModel({ state: 'building' }))
    replies['POST /cancel'] = () => reply(200, newModel({ state: 'stopped' }))
    await press('Arrêter la lecture')
    expect(await reading().findByText('Lecture arrêtée')).toBeInTheDocument()
    expect(reading().getByText('300 passages déjà lus sont gardés.')).toBeInTheDocument()
    replies['POST /rebuild'] = () => reply(200, newModel({ state: 'building' }))
    await press('Reprendre la lecture')
    expect(await reading().findByRole('button', { name: 'Arrêter la lecture' })).toBeVisible()
  })

  it('says of a failure what happened, what was kept and what to do', async () => {
    await show(newModel({ state: 'failed', error: 'model.auth' }))
    const words = reading()
    expect(words.getByText(/Le fournisseur refuse la clé. Vérifiez la clé/)).toBeInTheDocument()
    expect(words.getByText('300 passages déjà lus sont gardés.')).toBeInTheDocument()
    expect(words.getByText(/continue avec l’ancien modèle\s: Modèle intégré/)).toBeInTheDocument()
    expect(words.getByRole('button', { name: 'Reprendre la lecture' })).toBeEnabled()
  })

  it('names the code of a failure that it does not know', async () => {
    await show(newModel({ state: 'failed', error: 'model.new' }))
    expect(reading().getByText(/\(model.new\)/)).toBeInTheDocument()
  })

  it('asks before it reads everything again', async () => {
    await show(embeddings())
    await press('Tout relire')
    const dialog = await screen.findByRole('dialog', { name: /Relire tous les passages/ })
    expect(dialog).toHaveTextContent(/Les 1\s200 passages sont relus en arrière-plan/)
    expect(sent).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tout relire' }))
    await waitFor(() => expect(sent.map(({ call }) => call)).toEqual(['POST /rebuild']))
  })
})

describe('choosing a model', () => {
  /** A paste a field: typing letter by letter would take seconds. */
  async function put(label: string, text: string) {
    await userEvent.clear(screen.getByLabelText(label))
    await userEvent.paste(text)
  }

  async function fill() {
    await pick('Votre propre service')
    await put('Adresse du service', 'https://api.vectors.example/v1')
    await put('Modèle', 'embed-large')
    await put('Clé d’accès', 'secret')
  }

  const request = {
    kind: 'endpoint',
    base_url: 'https://api.vectors.example/v1',
    model: 'embed-large',
    api_key: 'secret',
  }

  it('warns how many passages are read again and where they go, then saves', async () => {
    await show(embeddings())
    await fill()
    await press('Enregistrer')
    const dialog = await screen.findByRole('dialog', { name: /Changer de modèle/ })
    expect(dialog).toHaveTextContent(/Les 1\s200 passages .* en arrière-plan/)
    expect(dialog).toHaveTextContent(/envoyés à api.vectors.example, identifiants remplacés/)
    expect(sent).toEqual([])
    replies['PUT /'] = () => reply(200, newModel({ state: 'building' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Changer de modèle' }))
    await screen.findByText('Lecture avec le nouveau modèle')
    expect(sent).toEqual([{ call: 'PUT /', body: request }])
    expect(screen.queryByLabelText('Clé d’accès')).toBeNull()
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
  })

  it('keeps what was typed when the server refuses it', async () => {
    await show(embeddings())
    await fill()
    replies['PUT /'] = () =>
      reply(422, {
        title: 'Le fournisseur refuse la clé d’API',
        hint: 'Vérifiez la clé. Rien n’a été modifié.',
        errors: [{ field: 'api_key', message: 'Clé refusée' }],
      })
    await press('Enregistrer')
    await userEvent.click(await screen.findByRole('button', { name: 'Changer de modèle' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Le fournisseur refuse la clé')
    expect(screen.getByLabelText('Clé d’accès')).toHaveValue('secret')
    expect(screen.getByLabelText('Clé d’accès')).toHaveAccessibleDescription(/Clé refusée/)
    expect(inUse().getByText('Modèle intégré')).toBeInTheDocument()
  })

  it('tries the model before it is saved', async () => {
    await show(embeddings())
    await fill()
    replies['POST /test'] = () => reply(200, { ok: true, dimensions: 1024, ms: 41.6 })
    await press('Tester')
    expect(await screen.findByText(/répond en 42\sms · 1\s024 dimensions/)).toBeInTheDocument()
    expect(sent).toEqual([{ call: 'POST /test', body: request }])
    await put('Modèle', 'embed-large-2')
    expect(screen.queryByText(/répond en/)).toBeNull()
    replies['POST /test'] = () => reply(200, { ok: false, ms: 3, error: 'model.not_found' })
    await press('Tester')
    expect(await screen.findByText(/ne connaît pas ce modèle/)).toBeInTheDocument()
  })

  it('removes the key, or keeps it, without asking again about the passages', async () => {
    await show(withEndpoint())
    await press('Retirer la clé')
    await press('Garder la clé')
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
    await press('Retirer la clé')
    await press('Enregistrer')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ ...request, api_key: '' })
  })

  it('moves to the field when the key is to be replaced', async () => {
    await show(withEndpoint())
    await press('Remplacer la clé')
    expect(screen.getByLabelText('Clé d’accès')).toHaveFocus()
    await userEvent.paste('other')
    await press('Enregistrer')
    await waitFor(() => expect(sent[0]?.body).toEqual({ ...request, api_key: 'other' }))
  })

  it('says what turning it off brings', async () => {
    await show(embeddings())
    await pick('Désactivée')
    await press('Enregistrer')
    const dialog = await screen.findByRole('dialog', { name: /Désactiver la recherche/ })
    expect(dialog).toHaveTextContent(/tous les passages devront être relus/)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Désactiver' }))
    await waitFor(() => expect(sent).toEqual([{ call: 'PUT /', body: { kind: 'off' } }]))
  })

  it('warns of nothing when the model stays the same', async () => {
    await show(embeddings())
    await pick('Modèle intégré')
    await press('Enregistrer')
    await waitFor(() => expect(sent).toEqual([{ call: 'PUT /', body: { kind: 'builtin' } }]))
  })
})

describe('accessibility', () => {
  it.each([
    ['ready', embeddings()],
    ['building', newModel({ state: 'building', per_second: 5 })],
    ['failed', newModel({ state: 'failed', error: 'model.timeout' })],
    ['off', embeddings({ effective: { kind: 'off' }, index: null })],
  ])('axe finds nothing wrong while it is %s', async (_, state) => {
    const { container } = await show(state)
    const rules = { 'color-contrast': { enabled: false } } // jsdom paints nothing
    const { violations } = await axe.run(container, { rules })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})
