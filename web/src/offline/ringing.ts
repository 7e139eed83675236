/** What the service worker does with a push message, and with a press on what it showed. */
import { worker } from './scope'

export interface Told {
  title: string
  body: string
  path: string
  tag: string
}

/** Browsers ask that something be shown for each message, also for one that can't be read. */
export function toldBy(text: string | undefined): Told {
  const empty = { title: 'NETZ AI', body: '', path: '/inbox', tag: 'notice' }
  try {
    const told = JSON.parse(text ?? '') as Partial<Told>
    return { ...empty, ...told, path: within(told.path) }
  } catch {
    return empty
  }
}

/** An address of the product itself, whatever was said. */
function within(path: unknown): string {
  const inbox = '/inbox'
  if (typeof path !== 'string' || !path.startsWith('/')) return inbox
  const { origin, pathname, search } = new URL(path, worker.location.origin)
  return origin === worker.location.origin ? pathname + search : inbox
}

export function ring(told: Told): Promise<void> {
  const { title, body, tag, path } = told
  return worker.registration.showNotification(title, {
    body,
    tag,
    data: { path },
    icon: '/icons/icon-192.png',
    badge: '/icons/maskable-192.png',
  })
}

/** Shows what it is about: in a window that is open already, where there is one. */
export async function open(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const [first] = windows
  if (!first) {
    await worker.clients.openWindow(path)
    return
  }
  await first.focus()
  // The page goes there itself: a draft that stands in it isn't lost by a reload.
  first.postMessage({ kind: 'open', path })
}
