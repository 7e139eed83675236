import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '@/features/admin/api'
import { useTranslation } from '@/i18n'
import { WidgetBody } from '../WidgetBody'
import classes from '../Home.module.css'

/** The workspace's day in numbers, and whether something needs attention. */
export default function Today() {
  const { t } = useTranslation()
  const found = useQuery(overviewQuery)
  const { days = [], people, concerns = [] } = found.data ?? {}
  const today = days.at(-1)
  const figures: [string, number][] = [
    [t('layout.today.done'), today?.done ?? 0],
    [t('layout.today.refused'), today?.refused ?? 0],
    [t('layout.today.activeNow'), people?.active_now ?? 0],
    [t('layout.today.activeWeek'), people?.active_week ?? 0],
  ]
  return (
    <WidgetBody asked={found} isEmpty={!found.data} empty="">
      <dl className={classes.figures}>
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.soft}>
        {concerns.length > 0
          ? t('layout.today.concerns', { count: concerns.length })
          : t('layout.today.noConcerns')}
      </p>
    </WidgetBody>
  )
}
