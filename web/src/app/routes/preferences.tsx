import { may, useMe } from '@/api/me'
import { DefaultsScreen } from '@/features/accounts/preferences/DefaultsScreen'
import { Reserved } from '../Reserved'

export default function PreferencesRoute() {
  return may(useMe(), 'settings.manage') ? <DefaultsScreen /> : <Reserved />
}
