/** What can be preferred, in the order in which it is shown. */
import { may } from '@/api/me'
import type { PreferenceChanges, Preferences } from '@/api/preferences'
import type { Me } from '@/api/types'

export type Field = keyof typeof CHOICES
export type FieldOf<Group extends readonly Field[]> = Group[number]

export const DISPLAY = [
  'language',
  'theme',
  'density',
  'text_size',
  'start_page',
  'sidebar_state',
] as const
export const ANSWERS = ['answer_length', 'tone', 'expertise'] as const
/** Everybody has a language of their own from the invitation on: a role has none. */
export const OF_A_ROLE = [
  'theme',
  'density',
  'text_size',
  'start_page',
  'sidebar_state',
  ...ANSWERS,
] as const

export const CHOICES = {
  language: ['auto', 'fr', 'en'],
  theme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  text_size: [100, 125, 150, 200],
  start_page: ['assistant', 'home', 'conversations', 'documents', 'overview'],
  sidebar_state: ['open', 'folded'],
  answer_length: ['short', 'normal', 'detailed'],
  tone: ['neutral', 'friendly', 'formal'],
  expertise: ['beginner', 'intermediate', 'expert'],
} as const satisfies { [Name in keyof Preferences]?: readonly Preferences[Name][] }

/** The start pages that the person may see; all other choices are everybody's. */
export function offered(field: Field, me: Me): readonly (string | number)[] {
  if (field !== 'start_page') return CHOICES[field]
  const needs = {
    assistant: true,
    home: true,
    conversations: may(me, 'conversations.read'),
    documents: may(me, 'documents.read'),
    overview: may(me, 'settings.manage'),
  }
  return CHOICES.start_page.filter((page) => needs[page])
}

/** One change; the text of a control is turned back into the value it stands for. */
export function change(field: Field, text: string): PreferenceChanges {
  const all: readonly (string | number)[] = CHOICES[field]
  return { [field]: all.find((value) => String(value) === text) ?? null }
}
