/**
 * The shell in the service worker's cache: the page and the files that the build named by their
 * content. Nothing of the API ever comes here.
 */
declare const __SHELL__: { version: string; files: string[] }

const { version, files } = __SHELL__
const PREFIX = 'netz-shell-'
const PAGE = '/'
/** So many at a time: a small server has others to serve. */
const ABREAST = 6
/** A page of the running version may still ask for its parts: the one before stays. */
const VERSIONS_KEPT = 2
/** A net that lets nothing through is no better than none. */
const PATIENCE_MS = 4_000

const known = new Set(files)
const OF_THE_SERVER = /^\/(api|_allauth|scim|healthz|readyz|oauth\/(?!consent))/

/** Fetches what the version needs; files of an earlier version that are the same are copied. */
export async function installShell(): Promise<void> {
  const cache = await caches.open(PREFIX + version)
  const left = [...files]
  const lane = async () => {
    for (let file = left.pop(); file; file = left.pop()) await keep(cache, file)
  }
  await Promise.all(Array.from({ length: ABREAST }, lane))
  await cache.put(PAGE, whole(await fetch(PAGE, { cache: 'no-store' })))
}

async function keep(cache: Cache, file: string): Promise<void> {
  const hashed = file.startsWith('/assets/')
  const same = hashed ? await caches.match(file, { ignoreVary: true }) : undefined
  await cache.put(file, same ?? whole(await fetch(file, hashed ? {} : { cache: 'no-cache' })))
}

/** A version of which a part is missing is not installed; the browser tries again. */
function whole(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response
}

/** Called when this version takes over. */
export async function keepCurrent(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  const others = names.filter((name) => name !== PREFIX + version)
  const old = others.slice(0, Math.max(0, others.length - VERSIONS_KEPT + 1))
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The answer to a request that the shell can give; null for all others, which go to the net. */
export function answerFromShell(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return null
  if (request.mode === 'navigate') return OF_THE_SERVER.test(pathname) ? null : page(request)
  if (pathname.startsWith('/assets/') || known.has(pathname)) return file(request)
  return null
}

/** From the net where there is one: each page then has a nonce of its own. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await inTime(fetch(request))
    if (response.status < 500) return response
  } catch {
    // The one that is kept, then.
  }
  const cache = await caches.open(PREFIX + version)
  return (await cache.match(PAGE)) ?? Response.error()
}

function inTime(response: Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('too slow')), PATIENCE_MS)
    response.then(resolve, reject)
  })
}

async function file(request: Request): Promise<Response> {
  const options = { ignoreVary: true }
  const cache = await caches.open(PREFIX + version)
  const kept = await cache.match(request, options)
  return kept ?? (await caches.match(request, options)) ?? fetch(request)
}
