import { may, useMe } from '@/api/me'
import { OverviewScreen } from '@/features/admin/OverviewScreen'
import { actionText } from '@/features/audit/words'
import { useTranslation } from '@/i18n'
import { Reserved } from '../Reserved'

export default function AdminRoute() {
  const { t } = useTranslation()
  if (!may(useMe(), 'settings.manage')) return <Reserved />
  return <OverviewScreen actionText={(action) => actionText(action, t)} />
}
