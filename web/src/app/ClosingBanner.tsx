import { Link } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import { IconAlert } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import classes from './SetupBanner.module.css'

/** Tells everybody that the workspace is to be deleted, and admins where it can be kept. */
export function ClosingBanner() {
  const { t, language } = useTranslation()
  const me = useMe()
  const day = me.workspace.closes_at
  if (!day) return null
  return (
    <div className={classes.banner} role="status">
      <IconAlert size={16} aria-hidden />
      <span>{t('data.banner', { name: me.workspace.name, date: formatDate(day, language) })}</span>
      {may(me, 'workspace.delete') && (
        <Link to="/settings/workspace" className={classes.link}>
          {t('data.bannerGo')}
        </Link>
      )}
    </div>
  )
}
