import { may, useMe } from '@/api/me'
import { RolesScreen } from '@/features/roles/RolesScreen'
import { Reserved } from '../Reserved'

export default function RolesRoute() {
  const me = useMe()
  if (!may(me, 'roles.manage')) return <Reserved />
  return <RolesScreen own={me.permissions} />
}
