import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { IconBell } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { countQuery } from './api'
import classes from './Notices.module.css'

/** How many notices are unread: shown where the person is, and on the installed app's icon. */
export function UnreadCount() {
  const { t } = useTranslation()
  const { data } = useQuery(countQuery)
  const count = data?.unread ?? 0
  useEffect(() => {
    const badge = navigator as { setAppBadge?: (count: number) => Promise<void> }
    // Not every browser has one, and none that isn't installed shows it.
    void badge.setAppBadge?.(count).catch(() => undefined)
  }, [count])
  if (count === 0) return null
  return (
    <span className={classes.count} title={t('notices.count', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  )
}

/** The way to the inbox where there is no room for words. */
export function Bell() {
  const { t } = useTranslation()
  return (
    <Link to="/inbox" className={classes.bell}>
      <IconBell size={20} aria-hidden />
      <VisuallyHidden>{t('notices.title')}</VisuallyHidden>
      <UnreadCount />
    </Link>
  )
}
