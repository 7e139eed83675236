import { may, useMe } from '@/api/me'
import { DefaultsScreen } from '@/features/accounts/preferences/DefaultsScreen'
import { RoleLayout } from '../layout/RoleLayout'
import { Reserved } from '../Reserved'

export default function PreferencesRoute() {
  return may(useMe(), 'settings.manage') ? (
    <DefaultsScreen
      renderLayout={(defaults) => <RoleLayout key={defaults.role} defaults={defaults} />}
    />
  ) : (
    <Reserved />
  )
}
