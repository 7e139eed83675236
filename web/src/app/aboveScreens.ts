import { lazyRouteComponent } from '@tanstack/react-router'
import type { Me } from '@/api/types'

/** What few people are ever told is fetched by them alone, and before the frame is painted: a
 * banner that came later would move what somebody is about to press. */
export const Notices = lazyRouteComponent(() => import('./Notices'))

/** Whether there is anything to tell above the screens. */
export function hasNotices({ mfa_due_at: mfaDueAt, workspace, preview }: Me): boolean {
  return Boolean(mfaDueAt ?? workspace.closes_at ?? preview)
}
