/** The files that are to go with what is being written, until it is sent: one list a field. */
import { useSyncExternalStore } from 'react'
import type { Attachment } from '@/api/types'

export interface Held {
  key: string
  file: File
  /** The part that has left, from 0 to 1. */
  progress: number
  attachment: Attachment | null
  /** Why it could not be taken in. */
  error: unknown
  stop: () => void
}

const NOTHING: Held[] = []
const lists = new Map<string, Held[]>()
const listeners = new Set<() => void>()

export function heldIn(place: string): Held[] {
  return lists.get(place) ?? NOTHING
}

export function changeHeld(place: string, next: (held: Held[]) => Held[]): void {
  const held = next(heldIn(place))
  if (held.length > 0) lists.set(place, held)
  else lists.delete(place)
  for (const listener of listeners) listener()
}

/** Whoever leaves takes nothing along. */
export function forgetHeld(): void {
  for (const held of lists.values()) for (const one of held) one.stop()
  lists.clear()
  for (const listener of listeners) listener()
}

/** Calls the listener after each change of any list. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useHeld(place: string): Held[] {
  return useSyncExternalStore(subscribe, () => heldIn(place))
}

/** Whether something has to happen before they can be sent: they arrive, are read, or failed to. */
export function unsettled(held: Held[]): boolean {
  return held.some(({ attachment }) => attachment === null || attachment.state === 'reading')
}

export function attachedIn(held: Held[]): Attachment[] {
  return held.flatMap(({ attachment }) => (attachment ? [attachment] : []))
}

/** They were sent: the list begins anew. */
export function takeHeld(place: string): void {
  changeHeld(place, () => NOTHING)
}
