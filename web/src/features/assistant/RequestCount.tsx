import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { countsQuery } from './api'
import classes from './ConversationList.module.css'

/** How many requests wait for the reader: those that nobody took, and the reader's own. */
export function RequestCount() {
  const { t } = useTranslation()
  const { data } = useQuery(countsQuery)
  const count = (data?.waiting ?? 0) + (data?.yours ?? 0)
  if (count === 0) return null
  return (
    <span className={classes.count} title={t('requests.count', { count })}>
      {count}
    </span>
  )
}
