/**
 * The browser's own store for what is kept offline. Everything in it belongs to one person in one
 * workspace; the page and the service worker both come here.
 */
import type { Me } from '@/api/types'

const NAME = 'netz-offline'
const VERSION = 1

/** Who was last seen signed in on this browser. */
export interface Person {
  id: 'now'
  /** User and workspace: whose everything kept here is; empty once the session is over. */
  owner: string
  user: string
  me: Me | null
  at: number
}

export type CopyKind = 'conversation' | 'document' | 'passage' | 'list'

/** An answer of the API, as it was read. */
export interface Copy {
  key: string
  owner: string
  address: string
  kind: CopyKind
  body: unknown
  at: number
}

/** Why the server would not have a question. */
export interface Refusal {
  status: number
  title: string
  hint: string
}

/** Whom something written is for: the assistant, the people of a conversation, or its team. */
export type Addressee = 'assistant' | 'messages' | 'notes'

/** A question, message or note that the server has not taken yet. */
export interface Waiting {
  /** Also its `Idempotency-Key`, for as long as its words stay the same. */
  id: string
  owner: string
  to: Addressee
  text: string
  /** What else it says: a question's place among branches, its length, the model; the files. */
  special: Record<string, string | string[]>
  /** Members called in a message or a note. */
  mentions: string[]
  /** Without one a question opens a conversation. */
  conversation_id: string | null
  at: number
  /** It has left once: perhaps the server has it, and only the answer was lost. */
  tried: boolean
  refusal: Refusal | null
}

export type Store = 'person' | 'copies' | 'waiting'

const KEYS: Record<Store, string> = { person: 'id', copies: 'key', waiting: 'id' }

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) {
        request.result.createObjectStore(name, { keyPath })
      }
    }
    request.onsuccess = () => {
      // A later version of the product may change the store's shape: this one makes way.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('no store'))
  })
  opened.catch(() => {
    opened = null
  })
  return opened
}

export function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no answer from the store'))
  })
}

type Work<Value> = (store: (name: Store) => IDBObjectStore) => Promise<Value>

/** One transaction: all of the work is kept, or none. */
export async function within<Value>(
  names: Store[],
  mode: IDBTransactionMode,
  work: Work<Value>,
): Promise<Value> {
  const transaction = (await open()).transaction(names, mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
  })
  try {
    const value = await work((name) => transaction.objectStore(name))
    await done
    return value
  } catch (error) {
    done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}

/** The person inside a transaction that includes `person`. */
export async function personIn(store: (name: Store) => IDBObjectStore): Promise<Person | null> {
  const found = (await result(store('person').get('now'))) as Person | undefined
  return found ?? null
}

export function lastPerson(): Promise<Person | null> {
  return within(['person'], 'readonly', personIn)
}

export function ownerOf(me: Me): string {
  return `${me.user.id}/${me.workspace.id}`
}

/** Nothing of anybody stays. */
export function wipe(): Promise<void> {
  return within(['person', 'copies', 'waiting'], 'readwrite', async (store) => {
    for (const name of ['person', 'copies', 'waiting'] as const) await result(store(name).clear())
  })
}
