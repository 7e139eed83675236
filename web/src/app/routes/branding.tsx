import { may, useMe } from '@/api/me'
import { BrandingScreen } from '@/features/admin/BrandingScreen'
import { Reserved } from '../Reserved'

export default function BrandingRoute() {
  return may(useMe(), 'settings.manage') ? <BrandingScreen /> : <Reserved />
}
