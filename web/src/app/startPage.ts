/** Where a visit begins that names no place: the start page, once, if the person may see it. */
import { may } from '@/api/me'
import type { Me } from '@/api/types'

/** Whoever loads the assistant's page again wants that page. */
const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
let begun = arrival?.type === 'reload'

/** Told after each step whether somebody is inside; at the door a new visit begins. */
export function noteVisit(inside: boolean): void {
  begun = inside
}

export type StartAddress = '/home' | '/conversations' | '/documents' | '/admin'

/** The address to open instead of the assistant; null to stay there. */
export function startAddress(me: Me): StartAddress | null {
  if (begun) return null
  begun = true
  return addressOf(me)
}

export function addressOf(me: Me): StartAddress | null {
  const { start_page: page } = me.preferences
  if (page === 'home') return '/home'
  if (page === 'conversations' && may(me, 'conversations.read')) return '/conversations'
  if (page === 'documents' && may(me, 'documents.read')) return '/documents'
  if (page === 'overview' && may(me, 'settings.manage')) return '/admin'
  return null
}
