import { describe, expect, it } from 'vitest'
import { initials } from '@/features/assistant/together/Avatar'
import { called, calling, matching, mentioned } from '@/features/assistant/together/mentions'
import { since } from '@/features/assistant/together/since'

const person = (name: string) => ({ id: name, name, staff: true })

describe('calling people by name', () => {
  it.each([
    ['@', 1, ''],
    ['Bonjour @Ém', 11, 'Ém'],
    ['Bonjour @Claire Qué et', 19, 'Claire Qué'],
    ['moi@exemple.fr', 14, null],
    ['rien', 4, null],
    ['@a\nb', 4, null],
  ])('knows what is being typed in %j', (text, caret, typed) => {
    expect(calling(text, caret)).toBe(typed)
  })

  it('finds names without their accents, at the start of a word', () => {
    const people = ['Émile Zola', 'Claire Quéméneur', 'Yanis'].map(person)
    expect(matching(people, 'que').map(({ name }) => name)).toEqual(['Claire Quéméneur'])
    expect(matching(people, 'EMI').map(({ name }) => name)).toEqual(['Émile Zola'])
    expect(matching(people, 'ola')).toEqual([])
  })

  it('puts the name in place of what was typed, and leaves the rest', () => {
    expect(called('Voir @Cl demain', 8, 'Claire')).toEqual({
      text: 'Voir @Claire  demain',
      caret: 13,
    })
  })

  it('calls only those whose names are still there', () => {
    const chosen = [person('Claire'), person('Yanis'), person('Claire')]
    expect(mentioned('Merci @Claire', chosen)).toEqual(['Claire'])
  })
})

describe('people in letters', () => {
  it.each([
    ['Claire Quéméneur', 'CQ'],
    ['claire@x.example', 'CE'],
    ['Yanis', 'Y'],
    ['', ''],
  ])('shows %j as %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('since when something lasts', () => {
  it('is a time of day today, and has its date otherwise', () => {
    const now = new Date(2026, 10, 23, 18)
    expect(since(new Date(2026, 10, 23, 9, 5).toISOString(), 'fr', now)).toBe('09:05')
    expect(since(new Date(2026, 10, 22, 9, 5).toISOString(), 'fr', now)).toContain('22')
  })
})
