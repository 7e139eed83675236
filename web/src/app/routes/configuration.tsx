import { may, useMe } from '@/api/me'
import { ConfigurationScreen } from '@/features/admin/ConfigurationScreen'
import { Reserved } from '../Reserved'

export default function ConfigurationRoute() {
  return may(useMe(), 'settings.manage') ? <ConfigurationScreen /> : <Reserved />
}
