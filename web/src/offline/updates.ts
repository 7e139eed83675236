/** Registers the service worker, and tells when a new version of the product waits to take over. */

/** The first screen has the net to itself before the shell is fetched. */
const PAUSE_MS = 1_000
const LOOK_AGAIN_MS = 60 * 60_000

type OnReady = (takeOver: () => void) => void

/** Calls `onReady` each time that a version has been fetched and waits; its argument lets it in. */
export function followVersions(onReady: OnReady): () => void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return () => undefined
  let asked = false
  const timers: number[] = []
  const onControl = () => {
    // Only where somebody pressed: another tab's press reloads nobody else's page.
    if (asked) window.location.reload()
  }
  const offer = (waiting: ServiceWorker) =>
    onReady(() => {
      asked = true
      waiting.postMessage('take-over')
    })

  async function register(): Promise<void> {
    const registration = await navigator.serviceWorker.register('/sw.js')
    // Without a controller it is the first version, which takes nothing over.
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const next = registration.installing
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed' && navigator.serviceWorker.controller) offer(next)
      })
    })
    timers.push(window.setInterval(() => void look(registration), LOOK_AGAIN_MS))
  }

  navigator.serviceWorker.addEventListener('controllerchange', onControl)
  // A browser that keeps no workers (a private window) does without.
  timers.push(window.setTimeout(() => void register().catch(() => undefined), PAUSE_MS))
  return () => {
    timers.forEach((timer) => window.clearTimeout(timer))
    navigator.serviceWorker.removeEventListener('controllerchange', onControl)
  }
}

async function look(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => undefined)
}
