import { EmptyState } from '@/components/EmptyState'
import { IconKey } from '@/components/icons'
import { useTranslation } from '@/i18n'

/** For an address that the member may not use; the server refuses it as well. */
export function Reserved() {
  const { t } = useTranslation()
  return (
    <EmptyState heading icon={<IconKey size={22} />} title={t('settings.forbidden.title')}>
      {t('settings.forbidden.text')}
    </EmptyState>
  )
}
