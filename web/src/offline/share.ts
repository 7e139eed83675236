/** What other applications share with the product: a title, a text, a link, each or none. */
export interface Shared {
  title?: string
  text?: string
  url?: string
}

/** As much as the question field holds. */
const LONGEST = 4000

export function sharedSearch(search: Record<string, unknown>): Shared {
  const { title, text, url } = search
  return {
    ...(isText(title) ? { title: String(title) } : {}),
    ...(isText(text) ? { text: String(text) } : {}),
    ...(isText(url) ? { url: String(url) } : {}),
  }
}

/** The router reads digits as a number. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** One part a line; applications often give the same words twice, or the link within the text. */
export function draftOf({ title = '', text = '', url = '' }: Shared): string {
  const parts: string[] = []
  for (const part of [text, title, url]) {
    if (part.trim() && !parts.some((before) => before.includes(part.trim()))) {
      parts.push(part.trim())
    }
  }
  return parts.join('\n').slice(0, LONGEST)
}
