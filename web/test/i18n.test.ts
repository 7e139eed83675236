import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { fr } from '@/i18n/fr'
import { fill, formatDuration, formatSize, formatAgo, type Entry } from '@/i18n/format'

const forms = (entry: Entry) => (typeof entry === 'string' ? [entry] : [entry.one, entry.other])
const places = (entry: Entry) => [
  ...new Set(forms(entry).flatMap((form) => form.match(/\{\w+\}/g) ?? [])),
]

describe('the catalogues', () => {
  it('have the same keys in French and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  it.each(Object.keys(fr) as (keyof typeof fr)[])('%s asks for the same values', (key) => {
    expect(places(en[key]).sort()).toEqual(places(fr[key]).sort())
    for (const form of [...forms(fr[key]), ...forms(en[key])]) expect(form.trim()).not.toBe('')
  })

  it('have no straight apostrophe or quote in French', () => {
    const straight = Object.values<Entry>(fr)
      .flatMap(forms)
      .filter((form) => /['"]/.test(form))
    expect(straight).toEqual([])
  })
})

describe('filling a text', () => {
  const entry = { one: '{count} document', other: '{count} documents' }

  it('chooses the form of the language: zero is singular in French, plural in English', () => {
    expect(fill(entry, 'fr', { count: 0 })).toBe('0 document')
    expect(fill(entry, 'en', { count: 0 })).toBe('0 documents')
    expect(fill(entry, 'fr', { count: 2 })).toBe('2 documents')
  })

  it('leaves a place that nobody filled, so that it is seen', () => {
    expect(fill('Bonjour {name}', 'fr')).toBe('Bonjour {name}')
  })

  it('keeps French punctuation on the line of its word', () => {
    expect(fill('Supprimer « {name} » ?', 'fr', { name: 'A' })).toBe(
      'Supprimer «\u00a0A\u00a0»\u00a0?',
    )
    expect(fill('Really ?', 'en')).toBe('Really ?')
  })
})

describe('formatting', () => {
  it('writes sizes in octets for the French and bytes for the English', () => {
    expect(formatSize(1_572_864, 'fr')).toBe('1,5\u00a0Mo')
    expect(formatSize(1_572_864, 'en')).toBe('1.5\u00a0MB')
    expect(formatSize(12, 'fr')).toBe('12\u00a0o')
  })

  it('writes short times in milliseconds and long ones in seconds', () => {
    expect(formatDuration(0.4, 'fr')).toBe('<\u00a01\u00a0ms')
    expect(formatDuration(42.4, 'fr')).toBe('42\u00a0ms')
    expect(formatDuration(1250, 'fr')).toBe('1,3\u00a0s')
  })

  it('says how long ago, and the date after a week', () => {
    const now = Date.parse('2026-03-10T12:00:00Z')
    expect(formatAgo('2026-03-10T11:55:00Z', 'fr', now)).toBe('il y a 5 minutes')
    expect(formatAgo('2026-03-09T11:00:00Z', 'fr', now)).toBe('hier')
    expect(formatAgo('2026-02-01T11:00:00Z', 'fr', now)).toContain('2026')
  })
})
