/** What a service worker sees around it: its types clash with a page's, so the few used stand here. */
interface Extendable extends Event {
  waitUntil: (work: Promise<unknown>) => void
}

interface FetchEvent extends Extendable {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}

interface SyncEvent extends Extendable {
  tag: string
}

interface PushMessage extends Extendable {
  data: { text: () => string } | null
}

interface NotificationEvent extends Extendable {
  notification: { close: () => void; data: { path?: string } | null }
}

interface Window {
  focus: () => Promise<unknown>
  postMessage: (message: unknown) => void
}

interface Events {
  install: Extendable
  activate: Extendable
  fetch: FetchEvent
  message: MessageEvent<unknown>
  sync: SyncEvent
  push: PushMessage
  notificationclick: NotificationEvent
}

interface WorkerScope {
  addEventListener: <Name extends keyof Events>(
    name: Name,
    handler: (event: Events[Name]) => void,
  ) => void
  skipWaiting: () => Promise<void>
  clients: {
    claim: () => Promise<void>
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<Window[]>
    openWindow: (path: string) => Promise<unknown>
  }
  registration: { showNotification: (title: string, options: object) => Promise<void> }
  location: { origin: string }
}

export const worker = self as unknown as WorkerScope
