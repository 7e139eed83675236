import { may, useMe } from '@/api/me'
import { PolicyScreen } from '@/features/admin/PolicyScreen'
import { Reserved } from '../Reserved'

export default function PolicyRoute() {
  return may(useMe(), 'security.manage') ? <PolicyScreen /> : <Reserved />
}
