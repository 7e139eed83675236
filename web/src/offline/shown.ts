/** When the copies on the screen were read; empty while everything comes from the server. */
const times = new Map<string, number>()
const listeners = new Set<() => void>()

/** A copy stands in for the server's answer. */
export function copyIsShown(address: string, at: number): void {
  times.set(address, at)
  listeners.forEach((tell) => tell())
}

/** When what the address shows was read; failing that, when this person was last online. */
export function readAt(pathname: string): number | undefined {
  return times.get(`/api/v2${pathname}`) ?? times.get('/api/v2/me')
}

export function followShown(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
