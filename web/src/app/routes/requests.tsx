import { may, useMe } from '@/api/me'
import { RequestsScreen } from '@/features/assistant/together/RequestsScreen'
import { Reserved } from '../Reserved'

export default function RequestsRoute() {
  const me = useMe()
  if (!may(me, 'companies.read')) return <Reserved />
  return <RequestsScreen />
}
