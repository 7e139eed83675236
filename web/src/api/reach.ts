/** Whether the server can be reached: what the browser says of the net, and how the last request went. */

let answered = true
const listeners = new Set<() => void>()

/** Told after each request whether an answer came at all. */
export function noteAnswer(came: boolean): void {
  if (came === answered) return
  answered = came
  listeners.forEach((tell) => tell())
}

export function offline(): boolean {
  return !answered || !navigator.onLine
}

export function followReach(tell: () => void): () => void {
  listeners.add(tell)
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
