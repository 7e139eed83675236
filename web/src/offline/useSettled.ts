import { useSyncExternalStore } from 'react'
import { followReach, offline } from '@/api/reach'

/** The first screen has the net to itself for so long. */
const FIRST_SCREEN_MS = 2_500

/** By then a release has become a click. */
const AFTER_PRESS_MS = 100

let settled = false
let waited = false
const listeners = new Set<() => void>()

function settle(): void {
  settled = true
  listeners.forEach((tell) => tell())
}

/** Begins with the first screen that asks; a key, or the end of a press, ends it. */
function wait(): void {
  if (waited) return
  waited = true
  window.setTimeout(settle, FIRST_SCREEN_MS)
  window.addEventListener('keydown', settle, { once: true, capture: true })
  // What is drawn anew between press and release could take the press from its button.
  window.addEventListener('pointerup', () => window.setTimeout(settle, AFTER_PRESS_MS), {
    once: true,
    capture: true,
  })
}

function follow(tell: () => void): () => void {
  wait()
  listeners.add(tell)
  const stop = followReach(tell)
  return () => {
    listeners.delete(tell)
    stop()
  }
}

function isSettled(): boolean {
  // For good: what came because the net was gone stays when it is back, with what it has heard.
  settled ||= offline()
  return settled
}

/** True once the first screen is there, or the net was gone: for what a first screen can do without. */
export function useSettled(): boolean {
  return useSyncExternalStore(follow, isSettled)
}
