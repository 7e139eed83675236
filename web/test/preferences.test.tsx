import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { meQuery } from '@/api/me'
import { merged, type PreferenceChanges as Changes, type Preferences } from '@/api/preferences'
import type { Me } from '@/api/types'
import { wear } from '@/app/display'
import { addressOf, noteVisit, startAddress } from '@/app/startPage'
import { useAppliedPreferences } from '@/app/useAppliedPreferences'
import { DefaultsScreen } from '@/features/accounts/preferences/DefaultsScreen'
import { PreferencesSection } from '@/features/accounts/preferences/PreferencesSection'
import { change, offered } from '@/features/accounts/preferences/choices'
import { TranslationProvider } from '@/i18n'

vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const USUAL: Preferences = {
  language: 'fr',
  theme: 'auto',
  density: 'comfortable',
  text_size: 100,
  start_page: 'assistant',
  sidebar_state: 'open',
  answer_length: 'normal',
  tone: 'neutral',
  expertise: 'intermediate',
  chosen: [],
}

const person = (preferences: Partial<Preferences> = {}, permissions: string[] = []) =>
  ({ permissions, preferences: { ...USUAL, ...preferences } }) as unknown as Me

let kept: Preferences
let fails: boolean
const sent: { path: string; body: unknown }[] = []

function answer(path: string, init?: RequestInit): Response {
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' },
    })
  if (init?.method === 'PATCH') {
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '') as Changes
    sent.push({ path, body })
    if (fails) return json({ code: 'internal', title: 'Panne', status: 500 }, 500)
    if (path.includes('preference-defaults')) return json({ role: 'guest', ...body })
    const named = Object.entries(body)
    const chosen = named.filter(([, value]) => value !== null)
    kept = { ...kept, ...(Object.fromEntries(chosen) as Partial<Preferences>) }
    kept.chosen = chosen.map(([name]) => name)
    return json(kept)
  }
  if (path.includes('preference-defaults')) {
    return json({ items: ['admin', 'agent', 'manager', 'guest'].map((role) => ({ role })) })
  }
  return json(person(kept))
}

beforeEach(() => {
  kept = USUAL
  fails = false
  sent.length = 0
  localStorage.clear()
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

function Applied() {
  useAppliedPreferences()
  return <PreferencesSection />
}

function show(given: Partial<Preferences> = {}, screenOf = <Applied />) {
  kept = { ...USUAL, ...given }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(meQuery.queryKey, person(kept))
  localStorage.setItem('netz-language', 'fr')
  const shown = render(
    <MantineProvider env="test">
      <TranslationProvider>
        <QueryClientProvider client={client}>{screenOf}</QueryClientProvider>
      </TranslationProvider>
    </MantineProvider>,
  )
  return { client, ...shown }
}

const root = document.documentElement
const pick = async (group: string, name: string) =>
  userEvent.click(within(await screen.findByRole('radiogroup', { name: group })).getByText(name))

describe('preferences', () => {
  it('are worn at once and saved field by field', async () => {
    show()
    expect(root.dataset).toMatchObject({ text: '100', density: 'comfortable' })
    await pick('Taille du texte', '150 %')
    expect(root.dataset.text).toBe('150')
    await pick('Densité', 'Compacte')
    await waitFor(() => expect(root.dataset.density).toBe('compact'))
    await screen.findByText('Enregistré.')
    expect(sent.map(({ body }) => body)).toEqual([{ text_size: 150 }, { density: 'compact' }])
    expect(JSON.parse(localStorage.getItem('netz-display') ?? '')).toEqual({
      density: 'compact',
      text_size: 150,
    })
  })

  it('stay on this device when the server has not taken them, and are sent again', async () => {
    show()
    fails = true
    await pick('Taille du texte', '200 %')
    const notice = await screen.findByRole('alert')
    expect(notice).toHaveTextContent('reste appliqué sur cet appareil')
    expect(root.dataset.text).toBe('200')
    fails = false
    await userEvent.click(within(notice).getByRole('button', { name: 'Réessayer' }))
    await screen.findByText('Enregistré.')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(sent.map(({ body }) => body)).toEqual([{ text_size: 200 }, { text_size: 200 }])
    expect(root.dataset.text).toBe('200')
  })

  it('follow what another device chose', async () => {
    const { client } = show()
    await screen.findByRole('radiogroup', { name: 'Densité' })
    client.setQueryData(meQuery.queryKey, person({ density: 'compact', language: 'en' }))
    await waitFor(() => expect(root.dataset.density).toBe('compact'))
    await screen.findByRole('radiogroup', { name: 'Density' })
    expect(localStorage.getItem('netz-language')).toBe('en')
  })

  it('leave the language to the browser when asked', async () => {
    show()
    await pick('Langue', 'Celle du navigateur')
    await waitFor(() => expect(localStorage.getItem('netz-language')).toBeNull())
    await waitFor(() => expect(root.lang).toBe('en'))
  })

  it('show the length of answers as it will be', async () => {
    show({ answer_length: 'short' })
    const sample = await screen.findByRole('figure')
    expect(sample).toHaveTextContent('de 8 h à 18 h.')
    expect(sample).not.toHaveTextContent('Le samedi')
    await pick('Longueur des réponses', 'Détaillée')
    await waitFor(() => expect(sample).toHaveTextContent('deux techniciens'))
  })

  it('go back to the workspace’s without touching the language', async () => {
    show({ theme: 'dark', chosen: ['language', 'theme'] })
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revenir aux réglages de l’espace' }),
    )
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ theme: null }]))
  })

  it('are accessible', async () => {
    const { container } = show()
    await screen.findByRole('radiogroup', { name: 'Densité' })
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(found.violations.map(({ id }) => id)).toEqual([])
  })

  it('lie over the server’s only where something was chosen', () => {
    expect(merged(USUAL, { theme: 'dark', tone: null })).toEqual({ ...USUAL, theme: 'dark' })
  })

  it('turn a control’s text into a value, and nothing into none', () => {
    expect(change('text_size', '125')).toEqual({ text_size: 125 })
    expect(change('tone', '')).toEqual({ tone: null })
  })
})

describe('the start page', () => {
  it('is offered and opened only where the person may go', () => {
    expect(offered('start_page', person())).toEqual(['assistant', 'home'])
    expect(offered('start_page', person({}, ['documents.read', 'settings.manage']))).toEqual([
      'assistant',
      'home',
      'documents',
      'overview',
    ])
    expect(addressOf(person({ start_page: 'home' }))).toBe('/home')
    expect(addressOf(person({ start_page: 'overview' }))).toBeNull()
    expect(addressOf(person({ start_page: 'overview' }, ['settings.manage']))).toBe('/admin')
  })

  it('opens once a visit', () => {
    const me = person({ start_page: 'documents' }, ['documents.read'])
    noteVisit(false)
    expect(startAddress(me)).toBe('/documents')
    expect(startAddress(me)).toBeNull()
    noteVisit(true)
    expect(startAddress(me)).toBeNull()
  })
})

describe('a role’s preferences', () => {
  it('are saved one at a time, for the role shown', async () => {
    show({}, <DefaultsScreen />)
    const size = await screen.findByRole('combobox', { name: 'Taille du texte' })
    await userEvent.selectOptions(size, '125 %')
    await screen.findByText('Enregistré.')
    expect(sent).toEqual([{ path: '/api/v2/preference-defaults/guest', body: { text_size: 125 } }])
    expect(size).toHaveValue('125')
  })

  it('keep a choice that could not be saved', async () => {
    show({}, <DefaultsScreen />)
    fails = true
    const size = await screen.findByRole('combobox', { name: 'Taille du texte' })
    await userEvent.selectOptions(size, '200 %')
    await screen.findByRole('alert')
    expect(size).toHaveValue('200')
  })
})

it('what is worn is kept for the next first paint', () => {
  wear({ density: 'comfortable', text_size: 125 })
  expect(localStorage.getItem('netz-display')).toBe('{"density":"comfortable","text_size":125}')
})
