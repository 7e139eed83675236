/** What was written without the net: kept in the browser until the server has taken it. */
import { channel } from './channel'
import {
  lastPerson,
  personIn,
  result,
  within,
  type Refusal,
  type Store,
  type Waiting,
} from './store'

/** Whoever sends, changes or withdraws something holds it: no tab and no worker does so meanwhile. */
export const LOCK = 'netz-waiting'
export const SYNC = 'netz-waiting'

export type Written = Pick<Waiting, 'to' | 'text' | 'special' | 'mentions' | 'conversation_id'> & {
  /** The key under which it was sent already, without an answer. */
  sent?: string | undefined
}

/** Keeps what was written; throws where nothing can be kept, or nobody is known to be signed in. */
export async function keep({ sent, ...written }: Written): Promise<void> {
  await within(['person', 'waiting'], 'readwrite', async (store) => {
    const person = await personIn(store)
    if (!person?.owner) throw new Error('nobody is signed in')
    const waiting: Waiting = {
      id: sent ?? crypto.randomUUID(),
      owner: person.owner,
      ...written,
      at: Date.now(),
      tried: sent !== undefined,
      refusal: null,
    }
    await result(store('waiting').put(waiting))
  })
  tellChanged()
  await askForSync()
}

export function tellChanged(): void {
  channel().postMessage({ kind: 'changed' })
}

/** Background Sync, which not every browser has. */
interface Syncing extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> }
}

/** Where the browser can, the worker sends when the net is back, though no page is open. */
async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: Syncing | undefined = await navigator.serviceWorker.getRegistration()
  await registration?.sync?.register(SYNC).catch(() => undefined)
}

/** All of the person's, the oldest first. */
export async function allWaiting(): Promise<Waiting[]> {
  const person = await lastPerson()
  return person ? waitingOf(person.owner) : []
}

export async function waitingOf(owner: string): Promise<Waiting[]> {
  const all = await within(
    ['waiting'],
    'readonly',
    (store) => result(store('waiting').getAll()) as Promise<Waiting[]>,
  )
  return all.filter((one) => one.owner === owner).sort((a, b) => a.at - b.at)
}

type Stores = (name: Store) => IDBObjectStore

async function found(store: Stores, id: string): Promise<Waiting | undefined> {
  return (await result(store('waiting').get(id))) as Waiting | undefined
}

/** Whether it may still be changed: what has perhaps arrived would otherwise be said twice. */
export function changeable({ tried, refusal }: Waiting): boolean {
  return !tried || refusal !== null
}

/** Puts other words in its place, under a key of their own. False when it has left meanwhile. */
export function reword(id: string, text: string): Promise<boolean> {
  return alone(id, async (store, waiting) => {
    await result(store('waiting').delete(id))
    const changed = { ...waiting, id: crypto.randomUUID(), text, tried: false, refusal: null }
    await result(store('waiting').put(changed))
  })
}

/** Takes it back. False when it has left meanwhile. */
export function withdraw(id: string): Promise<boolean> {
  return alone(id, async (store) => {
    await result(store('waiting').delete(id))
  })
}

type Change = (store: Stores, waiting: Waiting) => Promise<void>

async function alone(id: string, change: Change): Promise<boolean> {
  const changed = await navigator.locks.request(LOCK, () =>
    within(['waiting'], 'readwrite', async (store) => {
      const waiting = await found(store, id)
      if (!waiting || !changeable(waiting)) return false
      await change(store, waiting)
      return true
    }),
  )
  tellChanged()
  await askForSync()
  return changed
}

/** Only for who holds the lock: it is about to leave. */
export async function markTried(id: string): Promise<boolean> {
  return within(['waiting'], 'readwrite', async (store) => {
    const waiting = await found(store, id)
    if (!waiting) return false
    await result(store('waiting').put({ ...waiting, tried: true, refusal: null }))
    return true
  })
}

/** Only for who holds the lock: it has arrived. */
export async function markTaken(id: string): Promise<void> {
  await within(['waiting'], 'readwrite', (store) => result(store('waiting').delete(id)))
}

/** Only for who holds the lock: the server would not have it, and says why. */
export async function markRefused(id: string, refusal: Refusal): Promise<void> {
  await within(['waiting'], 'readwrite', async (store) => {
    const waiting = await found(store, id)
    if (waiting) await result(store('waiting').put({ ...waiting, refusal }))
  })
}
