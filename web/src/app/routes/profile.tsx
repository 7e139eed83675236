import { ProfileScreen } from '@/features/accounts/ProfileScreen'

export default function ProfileRoute() {
  return <ProfileScreen />
}
