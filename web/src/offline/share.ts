/** What other applications share with the product: a title, a text, a link, each or none. */
export interface Shared {
  title?: string
  text?: string
  url?: string
  /** How many files came with it. */
  files?: number
}

/** Where shares arrive, and the name of their files in the form and in the address. */
export const SHARE = '/share'
export const FILES = 'files'
/** The cache in which shared files wait for the page. */
export const SHARED = 'netz-shared'

/** As much as the question field holds. */
const LONGEST = 4000

export function sharedSearch(search: Record<string, unknown>): Shared {
  const { title, text, url, files } = search
  return {
    ...(isText(title) ? { title: String(title) } : {}),
    ...(isText(text) ? { text: String(text) } : {}),
    ...(isText(url) ? { url: String(url) } : {}),
    ...(typeof files === 'number' ? { files } : {}),
  }
}

/** The router reads digits as a number. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** The shared files, which are fetched once. */
export async function takeShared(): Promise<File[]> {
  const cache = await caches.open(SHARED)
  const files = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const response = await cache.match(request)
      const blob = (await response?.blob()) ?? new Blob()
      const name = decodeURIComponent(response?.headers.get('X-Name') ?? '')
      return new File([blob], name || 'file', { type: blob.type })
    }),
  )
  await caches.delete(SHARED)
  return files
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
