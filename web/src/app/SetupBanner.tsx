import { Link } from '@tanstack/react-router'
import { useMe } from '@/api/me'
import { IconShield } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import classes from './SetupBanner.module.css'

/** Tells in time that the workspace will ask for a second factor. */
export function SetupBanner() {
  const { t, language } = useTranslation()
  const { mfa_due_at: due } = useMe()
  if (!due) return null
  return (
    <div className={classes.banner} role="status">
      <IconShield size={16} aria-hidden />
      <span>{t('setup.banner', { date: formatDate(due, language) })}</span>
      <Link to="/settings/security" className={classes.link}>
        {t('setup.bannerGo')}
      </Link>
    </div>
  )
}
