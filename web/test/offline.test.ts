import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, endVisit, setKeeper, type Keeper } from '@/api/client'
import { offline } from '@/api/reach'
import { matches } from '@/offline/search'
import { draftOf, sharedSearch } from '@/offline/share'
import type { Waiting } from '@/offline/store'
import { changeable } from '@/offline/waiting'

describe('searching in what was kept', () => {
  it.each([
    ['Réinitialiser le mot de passe', 'REINITIALISER passe', true],
    ['Cœur du réseau', 'coeur', true],
    ['Réinitialiser le mot de passe', 'passe imprimante', false],
    ['Imprimante', '', true],
  ])('%s, sought by "%s": %s', (text, query, found) => {
    expect(matches(text, query)).toBe(found)
  })
})

describe('what is shared', () => {
  it('is a draft of its parts, none of them twice', () => {
    const shared = { text: 'Voir https://exemple.fr', title: 'Panne', url: 'https://exemple.fr' }
    expect(draftOf(shared)).toBe('Voir https://exemple.fr\nPanne')
  })

  it('may be a number, and is nothing else', () => {
    expect(sharedSearch({ text: 404, title: ['a'], url: null, more: 'x' })).toEqual({ text: '404' })
  })

  it('is no longer than a question', () => {
    expect(draftOf({ text: 'a'.repeat(9000) })).toHaveLength(4000)
  })
})

describe('a waiting question', () => {
  const waiting: Waiting = {
    id: 'key',
    owner: 'user/workspace',
    to: 'assistant',
    text: 'Qui appeler ?',
    special: {},
    mentions: [],
    conversation_id: null,
    at: 0,
    tried: false,
    refusal: null,
  }
  const refusal = { status: 404, title: 'Introuvable', hint: '' }

  it('may be changed until it has perhaps arrived, and again once it was refused', () => {
    expect(changeable(waiting)).toBe(true)
    expect(changeable({ ...waiting, tried: true })).toBe(false)
    expect(changeable({ ...waiting, tried: true, refusal })).toBe(true)
  })
})

describe('reading', () => {
  const keeper = {
    keep: vi.fn<Keeper['keep']>(),
    find: vi.fn<Keeper['find']>(),
    drop: vi.fn<Keeper['drop']>(),
  }
  const fetched = vi.fn<typeof fetch>()

  beforeEach(() => {
    vi.resetAllMocks()
    vi.stubGlobal('fetch', fetched)
    setKeeper(keeper)
  })
  afterEach(() => vi.unstubAllGlobals())

  const says = (body: unknown, status = 200) => Response.json(body, { status })

  it('keeps what the server says', async () => {
    fetched.mockResolvedValue(says({ id: 1 }))
    expect(await api.get('/conversations/1')).toEqual({ id: 1 })
    expect(keeper.keep).toHaveBeenCalledWith('/api/v2/conversations/1', { id: 1 })
  })

  it('shows what was kept when no answer comes, and knows that it is offline', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    keeper.find.mockResolvedValue({ id: 1 })
    expect(await api.get('/conversations/1')).toEqual({ id: 1 })
    expect(offline()).toBe(true)
    fetched.mockResolvedValue(says({ id: 1 }))
    await api.get('/conversations/1')
    expect(offline()).toBe(false)
  })

  it('says that no answer came where nothing was kept', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    keeper.find.mockResolvedValue(undefined)
    await expect(api.get('/members')).rejects.toMatchObject({ code: 'network.unreachable' })
  })

  it('drops the copy of what the server refuses now, and shows it no more', async () => {
    fetched.mockResolvedValue(says({ code: 'not_found' }, 404))
    await expect(api.get('/documents/1/view')).rejects.toMatchObject({ status: 404 })
    expect(keeper.drop).toHaveBeenCalledWith('/api/v2/documents/1/view')
    expect(keeper.find).not.toHaveBeenCalled()
  })

  it('keeps nothing that was asked for by somebody who has left meanwhile', async () => {
    let arrive: (response: Response) => void = () => undefined
    fetched.mockReturnValue(new Promise((resolve) => (arrive = resolve)))
    const reading = api.get('/conversations/1')
    endVisit()
    arrive(says({ id: 1 }))
    await reading
    expect(keeper.keep).not.toHaveBeenCalled()
  })
})
