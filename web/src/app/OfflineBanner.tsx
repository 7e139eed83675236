import { useNetwork } from '@mantine/hooks'
import { IconOffline } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './OfflineBanner.module.css'

export function OfflineBanner() {
  const { t } = useTranslation()
  const { online } = useNetwork()
  return (
    <div role="status">
      {!online && (
        <p className={classes.banner}>
          <IconOffline size={16} aria-hidden />
          {t('shell.offline')}
        </p>
      )}
    </div>
  )
}
