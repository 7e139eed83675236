/**
 * The document that the reader has open, or had open when they came to ask: what they ask next is
 * probably about it. It is forgotten when they go elsewhere, or say so.
 */
import { useSyncExternalStore } from 'react'

export interface Here {
  document_id: string
  title: string
  /** The conversation that went on about it; none yet. */
  within?: string
}

let here: Here | null = null
const listeners = new Set<() => void>()

export function noteHere(next: Here | null): void {
  here = next
  for (const listener of listeners) listener()
}

/** Told after each step where the reader is: only documents and the assistant are about it. */
export function passBy(pathname: string): void {
  if (here && !/^\/($|documents|conversations\/)/.test(pathname)) noteHere(null)
}

/** What a question in this conversation (none: a new one) is about. */
export function aboutIn(conversationId: string | undefined): Here | null {
  return here && here.within === conversationId ? here : null
}

/** A conversation began with it. */
export function goOnAbout(conversationId: string): void {
  if (here && here.within === undefined) noteHere({ ...here, within: conversationId })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAbout(conversationId: string | undefined): Here | null {
  return useSyncExternalStore(subscribe, () => aboutIn(conversationId))
}
