/** Copies of what was read, per person and workspace, for reading again without the net. */
import type { Conversation, DocumentView, Me } from '@/api/types'
import { forgetDraft } from './draft'
import { copyIsShown } from './shown'
import {
  ownerOf,
  personIn,
  result,
  wipe,
  within,
  type Copy,
  type CopyKind,
  type Store,
} from './store'

const ID = '[0-9a-f-]{36}'
/** What is kept, and of each kind how many of the latest. */
const KINDS: [CopyKind, RegExp, number][] = [
  ['conversation', new RegExp(`^/api/v2/conversations/${ID}$`), 50],
  ['document', new RegExp(`^/api/v2/documents/${ID}/view$`), 30],
  ['passage', new RegExp(`^/api/v2/documents/${ID}/passages/${ID}$`), 150],
  ['list', /^\/api\/v2\/(conversations|documents)\?|^\/api\/v2\/(folders|suggestions)$/, 20],
]
const ME = '/api/v2/me'

type Stores = (name: Store) => IDBObjectStore

function kindOf(address: string): [CopyKind, number] | null {
  const found = KINDS.find(([, pattern]) => pattern.test(address))
  return found ? [found[0], found[2]] : null
}

export function keepable(address: string): boolean {
  return address === ME || kindOf(address) !== null
}

/** The page's own idea of who it shows: an answer that was asked for as somebody else is no copy. */
let owner: string | null = null

/** Keeps an answer of the API, if it is one that can be read offline. */
export async function keep(address: string, body: unknown): Promise<void> {
  if (address === ME) return keepPerson(body as Me)
  const kind = kindOf(address)
  const asked = owner
  if (!kind || asked === null) return
  const [name, most] = kind
  await within(['person', 'copies'], 'readwrite', async (store) => {
    // Signed out or changed meanwhile, perhaps in another tab.
    if ((await personIn(store))?.owner !== asked) return
    const key = `${asked} ${address}`
    const copy: Copy = { key, owner: asked, address, kind: name, body, at: Date.now() }
    await result(store('copies').put(copy))
    await dropOldest(store, asked, name, most)
  })
}

async function dropOldest(store: Stores, whose: string, kind: CopyKind, most: number) {
  const all = (await ownCopies(store, whose)).filter((copy) => copy.kind === kind)
  const old = all.sort((a, b) => b.at - a.at).slice(most)
  for (const { key } of old) await result(store('copies').delete(key))
}

async function ownCopies(store: Stores, whose: string): Promise<Copy[]> {
  // Keys begin with their owner, and nothing sorts between "x " and "x!".
  const range = IDBKeyRange.bound(`${whose} `, `${whose}!`)
  return (await result(store('copies').getAll(range))) as Copy[]
}

/** Whoever is signed in now; what another person left on this browser goes. */
async function keepPerson(me: Me): Promise<void> {
  // A preview shows what somebody else sees: it is nobody's copy.
  owner = me.preview ? null : ownerOf(me)
  const mine = owner
  if (mine === null) return
  await within(['person', 'copies', 'waiting'], 'readwrite', async (store) => {
    const before = await personIn(store)
    if (before && before.user !== me.user.id) {
      forgetDraft()
      await result(store('copies').clear())
      await result(store('waiting').clear())
    }
    await result(
      store('person').put({ id: 'now', owner: mine, user: me.user.id, me, at: Date.now() }),
    )
  })
}

/** Somebody has signed out: nothing of theirs stays, and what is still on its way is not kept. */
export async function forgetAll(): Promise<void> {
  owner = null
  forgetDraft()
  await wipe()
}

/** The session is over. What was read goes; questions wait for their author to sign in again. */
export async function endSession(): Promise<void> {
  owner = null
  forgetDraft()
  await within(['person', 'copies', 'waiting'], 'readwrite', async (store) => {
    await result(store('copies').clear())
    const person = await personIn(store)
    const waiting = await result(store('waiting').count())
    // Only to know them by: another person's questions are never shown.
    if (person && waiting > 0) await result(store('person').put({ ...person, owner: '', me: null }))
    else await result(store('person').clear())
  })
}

/** What was kept of an answer; undefined where nothing was. */
export async function find(address: string): Promise<unknown> {
  return within(['person', 'copies'], 'readonly', async (store) => {
    const person = await personIn(store)
    // Known, but with a session that is over: nobody.
    if (!person?.owner || !person.me) return undefined
    if (address === ME) {
      owner = person.owner
      copyIsShown(ME, person.at)
      return person.me
    }
    // Without an owner the page shows a preview.
    if (owner !== person.owner) return undefined
    const copy = (await result(store('copies').get(`${owner} ${address}`))) as Copy | undefined
    if (copy) copyIsShown(address, copy.at)
    return copy?.body
  })
}

/** The server has refused it: it is gone, or not for this person any more. */
export async function drop(address: string): Promise<void> {
  const whose = owner
  if (address === ME) {
    await endSession()
    return
  }
  if (whose === null) return
  await within(['copies'], 'readwrite', (store) =>
    result(store('copies').delete(`${whose} ${address}`)),
  )
}

export interface Readable {
  conversations: { at: number; body: Conversation }[]
  documents: { at: number; body: DocumentView }[]
}

/** All that can be opened without the net, the latest first. */
export async function readable(): Promise<Readable> {
  const all = await within(['person', 'copies'], 'readonly', async (store) => {
    const person = await personIn(store)
    return person?.owner ? ownCopies(store, person.owner) : []
  })
  const latest = all.sort((a, b) => b.at - a.at)
  const of = (kind: CopyKind) => latest.filter((copy) => copy.kind === kind)
  return {
    conversations: of('conversation') as unknown as Readable['conversations'],
    documents: of('document') as unknown as Readable['documents'],
  }
}
