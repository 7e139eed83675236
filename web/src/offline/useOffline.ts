import { useSyncExternalStore } from 'react'
import { followReach, offline } from '@/api/reach'

/** Whether what is shown can't be fresh, and what is changed can't be sent. */
export function useOffline(): boolean {
  return useSyncExternalStore(followReach, offline)
}
