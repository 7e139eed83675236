import { describe, expect, it } from 'vitest'
import { COLUMNS, arranged, kept, moved, toggled } from '@/api/layout'
import { merged, type Preferences } from '@/api/preferences'
import type { Permission } from '@/api/types'
import { entriesFor, shownEntries } from '@/app/entries'
import { shownWidgets, widgetsFor } from '@/app/home/widgets'

const GUEST: Permission[] = ['profile.read', 'answers.ask', 'conversations.read', 'documents.read']

describe('an arrangement', () => {
  it('is everything there is until somebody chooses', () => {
    expect(arranged(['a', 'b'], null)).toEqual(['a', 'b'])
    expect(arranged(['a', 'b'], undefined)).toEqual(['a', 'b'])
  })

  it('is what was chosen, in that order, of what is there', () => {
    expect(arranged(['a', 'b', 'c'], ['c', 'gone', 'a'])).toEqual(['c', 'a'])
    expect(arranged(['a', 'b'], [])).toEqual([])
  })

  it('keeps what was chosen for a place where it is not there', () => {
    expect(kept(['b'], ['a', 'b'], ['x', 'a'], ['a', 'b', 'x'])).toEqual(['b', 'x'])
  })

  it('keeps what is not there when something is hidden for the first time', () => {
    expect(kept(['asker'], ['asker', 'since'], null, COLUMNS.requests)).toEqual([
      'asker',
      'with',
      'updated',
    ])
  })
})

describe('moving', () => {
  it('goes one place up or down and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 5)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
  })

  it('adds at the end and takes away', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('rights', () => {
  it('go before every layout', () => {
    expect(shownEntries(GUEST, ['overview', 'documents', 'members'])).toEqual(['documents'])
    expect(shownWidgets(GUEST, ['today', 'pinned', 'requests', 'ask'])).toEqual(['pinned', 'ask'])
  })

  it('leave a guest what is a guest’s', () => {
    expect(entriesFor(GUEST)).toEqual(['home', 'inbox', 'documents'])
    expect(widgetsFor(GUEST)).toEqual(['ask', 'notices', 'conversations', 'pinned', 'documents'])
  })
})

it('what is on its way goes over what the server has, an empty choice too', () => {
  const held = { widgets: ['ask'], sidebar: ['inbox'] } as unknown as Preferences
  expect(merged(held, { widgets: [] })).toEqual({ widgets: [], sidebar: ['inbox'] })
  expect(merged(held, { widgets: null })).toEqual(held)
})
