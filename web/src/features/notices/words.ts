/** A notice in words. */
import type { Translate } from '@/i18n'
import type { Notice } from './api'

/** What happened, in a sentence. */
export function sentence(notice: Notice, t: Translate): string {
  const { kind, words } = notice
  const values = Object.fromEntries(
    Object.entries(words).filter(
      (entry): entry is [string, string | number] => typeof entry[1] !== 'object',
    ),
  )
  return t(`notices.said.${kind}`, values)
}

/** One of the words that the notice was told with. */
export function textOf({ words }: Notice, name: string): string {
  const value = words[name]
  return typeof value === 'string' ? value : ''
}
