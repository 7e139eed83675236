/** What the stand-in remembers, and what every answer of it needs. */
import * as data from './data.mjs'

export const PORT = Number(process.env.PORT ?? 8000)

export const state = {
  account: process.env.SIGNED_IN ? data.accounts[0] : null,
  preferences: { language: 'fr', theme: 'auto' },
  conversations: [],
  deleted: new Map(),
  invitations: [],
  keys: [],
  streams: new Set(),
  synonyms: [
    ['courriel', 'e-mail', 'mail'],
    ['poste', 'PC', 'ordinateur'],
    ['mdp', 'mot de passe'],
  ],
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
export const page = (items) => ({ items, next_cursor: null })

export class Refusal extends Error {
  constructor(status, title, hint = '', errors = undefined) {
    super(title)
    this.body = { type: 'about:blank', title, status, code: 'mock', hint, errors }
  }
}

export function emit(event, payload) {
  for (const stream of state.streams) {
    stream.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`)
  }
}

export const find = (items, id) => {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Refusal(404, 'Introuvable.', 'Il a peut-être été supprimé.')
  return found
}

export function removeFrom(items, id) {
  const item = find(items, id)
  items.splice(items.indexOf(item), 1)
  return item
}
