/**
 * What another application shares comes as a form that is posted. The service worker takes it: the
 * words go on in the address of the page, the files wait in a cache until the page fetches them.
 */
import { FILES, SHARE, SHARED } from './share'

/** The answer to a share; null for every other request. */
export function answerToShare(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'POST' || origin !== location.origin || pathname !== SHARE) return null
  return take(request)
}

async function take(request: Request): Promise<Response> {
  const form = await request.formData()
  const search = new URLSearchParams()
  for (const name of ['title', 'text', 'url']) {
    const value = form.get(name)
    if (typeof value === 'string' && value) search.set(name, value)
  }
  const files = form.getAll(FILES).filter((one): one is File => one instanceof File)
  if (files.length > 0) {
    await keep(files)
    search.set(FILES, String(files.length))
  }
  return Response.redirect(`${SHARE}?${search}`, 303)
}

async function keep(files: File[]): Promise<void> {
  // What was shared before and never fetched is not what is meant now.
  await caches.delete(SHARED)
  const cache = await caches.open(SHARED)
  await Promise.all(
    files.map((file, at) => {
      const headers = { 'Content-Type': file.type, 'X-Name': encodeURIComponent(file.name) }
      return cache.put(`${SHARE}/${at}`, new Response(file, { headers }))
    }),
  )
}
