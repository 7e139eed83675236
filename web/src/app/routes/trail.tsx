import { may, useMe } from '@/api/me'
import { TrailScreen } from '@/features/audit/TrailScreen'
import { Reserved } from '../Reserved'

export default function TrailRoute() {
  const me = useMe()
  if (!may(me, 'trail.read')) return <Reserved />
  return <TrailScreen canExport={may(me, 'trail.export')} canChange={may(me, 'security.manage')} />
}
