import { notificationsStore } from '@mantine/notifications'
import { Suspense, lazy, useState, useSyncExternalStore } from 'react'

const List = lazy(() => import('./ShortNoticesList'))

const anySaid = () => notificationsStore.getState().notifications.length > 0

/** Where short words appear. What draws them is fetched with the first of them, which waits in the
 * store meanwhile; from then on it stays, so that the last one can leave the screen as it came. */
export function ShortNotices() {
  const said = useSyncExternalStore(notificationsStore.subscribe, anySaid)
  const [wanted, setWanted] = useState(false)
  if (said && !wanted) setWanted(true)
  return <Suspense>{wanted && <List />}</Suspense>
}
