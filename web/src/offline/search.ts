/** Finds in what was kept: every word, in any order, whatever its accents and capitals. */
import type { Conversation, DocumentView } from '@/api/types'

export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
}

export function matches(text: string, query: string): boolean {
  const within = folded(text)
  return folded(query)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

export function wordsOfConversation({ title, messages }: Conversation): string {
  return [title, ...messages.map(({ text }) => text)].join('\n')
}

export function wordsOfDocument({ title, html }: DocumentView): string {
  return `${title}\n${new DOMParser().parseFromString(html, 'text/html').body.textContent}`
}
