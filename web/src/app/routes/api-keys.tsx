import { may, useMe } from '@/api/me'
import { ApiKeysScreen } from '@/features/accounts/ApiKeysScreen'
import { Reserved } from '../Reserved'

export default function ApiKeysRoute() {
  const me = useMe()
  if (!may(me, 'apikeys.manage')) return <Reserved />
  return <ApiKeysScreen grantable={me.permissions} manages={may(me, 'security.manage')} />
}
