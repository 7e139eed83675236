import { may, useMe } from '@/api/me'
import { ApplicationsScreen } from '@/features/oauth/ApplicationsScreen'

export default function ApplicationsRoute() {
  const me = useMe()
  return <ApplicationsScreen manages={may(me, 'security.manage')} />
}
