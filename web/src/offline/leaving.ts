/** What happens on this browser when somebody signs out. */
import { noteHere } from '@/api/here'
import { endVisit } from '@/api/client'
import { SHARED } from './share'
import { forgetHeld } from '@/features/assistant/attachments/held'

/** What goes: all of it, or what was read, while questions wait for their author. */
export type Forgetting = 'everything' | 'copies'

export async function leaveBrowser(what: Forgetting): Promise<void> {
  endVisit()
  forgetHeld()
  noteHere(null)
  // Only a page of a safe origin has caches.
  if ('caches' in window) await caches.delete(SHARED).catch(() => false)
  const { forgetPush } = await import('@/features/notices/push')
  // Whoever comes next must not be told what concerns the one who left.
  await forgetPush().catch(() => undefined)
  const { endSession, forgetAll } = await import('./copies')
  const forget = what === 'everything' ? forgetAll : endSession
  // A browser without a store has nothing to wipe.
  await forget().catch(() => undefined)
}

/** How much of what was written has not been sent, in any workspace: whoever leaves loses it. */
export async function countWaiting(): Promise<number> {
  const { result, within } = await import('./store')
  const count = within(['waiting'], 'readonly', (store) => result(store('waiting').count()))
  return count.catch(() => 0)
}
