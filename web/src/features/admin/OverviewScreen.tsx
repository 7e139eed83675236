import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Role } from '@/api/types'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { overviewQuery, type Overview } from './api'
import classes from './Admin.module.css'

const ROLES: Role[] = ['admin', 'agent', 'manager', 'guest']

type Kind = Overview['concerns'][number]['kind']

/** Where each concern is seen to. */
const PLACES: Record<
  Kind,
  '/members' | '/documents' | '/settings/policy' | '/settings/api-keys' | null
> = {
  mail_not_set_up: null,
  admins_without_factor: '/settings/policy',
  registration_lapsed: '/settings/policy',
  factor_not_required: '/settings/policy',
  one_admin: '/members',
  documents_failed: '/documents',
  keys_expiring: '/settings/api-keys',
  invitations_expired: '/members',
  long_gone: '/members',
}

/** Who is here, what needs attention, what changed: at a glance. */
export function OverviewScreen({ actionText }: { actionText: (action: string) => string }) {
  const { t } = useTranslation()
  const overview = useQuery(overviewQuery)
  return (
    <Page wide title={t('overview.title')} description={t('overview.text')}>
      {overview.isPending && <Skeleton height={320} radius="md" />}
      {overview.isError && (
        <ProblemNotice error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && (
        <div className={classes.form}>
          <Concerns concerns={overview.data.concerns} />
          <People people={overview.data.people} />
          <Days days={overview.data.days} />
          <Changes changes={overview.data.changes} actionText={actionText} />
        </div>
      )}
    </Page>
  )
}

function Concerns({ concerns }: Pick<Overview, 'concerns'>) {
  const { t } = useTranslation()
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('overview.concerns')}</h2>
      {concerns.length === 0 && <p className={classes.hint}>{t('overview.noConcerns')}</p>}
      {concerns.length > 0 && (
        <ul className={classes.list}>
          {concerns.map(({ kind, severity, count }) => {
            const to = PLACES[kind]
            return (
              <li key={kind} className={classes.row}>
                <span className={classes.severity} data-severity={severity}>
                  {t(`overview.severity.${severity}`)}
                </span>
                <span className={classes.words}>{t(`overview.concern.${kind}`, { count })}</span>
                {to && <Link to={to}>{t('overview.see')}</Link>}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function People({ people }: Pick<Overview, 'people'>) {
  const { t } = useTranslation()
  const lacking = Object.values(people.without_factor).reduce((sum, count) => sum + count, 0)
  const figures: [string, number][] = [
    ...ROLES.map((role): [string, number] => [
      t(`overview.role.${role}`),
      people.by_role[role] ?? 0,
    ]),
    [t('overview.activeNow'), people.active_now],
    [t('overview.activeWeek'), people.active_week],
    [t('overview.withoutFactor'), lacking],
    [t('overview.inactive'), people.inactive],
    [t('overview.invitations'), people.invitations_open],
    [t('overview.keys'), people.keys],
  ]
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('overview.people')}</h2>
      <dl className={classes.figures}>
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const WIDTH = 20
const HEIGHT = 96

function Days({ days }: Pick<Overview, 'days'>) {
  const { t, language } = useTranslation()
  if (days.length === 0) return null
  const most = Math.max(1, ...days.map(({ done, refused }) => done + refused))
  const scale = (count: number) => (count / most) * HEIGHT
  const done = days.reduce((sum, day) => sum + day.done, 0)
  const refused = days.reduce((sum, day) => sum + day.refused, 0)
  return (
    <section className={classes.part}>
      <div>
        <h2 className={classes.heading}>{t('overview.days')}</h2>
        <p className={classes.hint}>{t('overview.daysText', { done, refused })}</p>
      </div>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('overview.daysText', { done, refused })}
      >
        {days.map((day, index) => (
          <g key={day.day}>
            <title>{`${formatDate(day.day, language)} : ${day.done} / ${day.refused}`}</title>
            <rect
              className={classes.done}
              x={index * WIDTH + 3}
              width={WIDTH - 6}
              y={HEIGHT - scale(day.done)}
              height={scale(day.done)}
            />
            <rect
              className={classes.refused}
              x={index * WIDTH + 3}
              width={WIDTH - 6}
              y={HEIGHT - scale(day.done + day.refused)}
              height={scale(day.refused)}
            />
          </g>
        ))}
      </svg>
    </section>
  )
}

interface ChangesProps extends Pick<Overview, 'changes'> {
  actionText: (action: string) => string
}

function Changes({ changes, actionText }: ChangesProps) {
  const { t, language } = useTranslation()
  if (changes.length === 0) return null
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('overview.changes')}</h2>
      <ul className={classes.list}>
        {changes.map(({ id, at, actor, action, outcome }) => (
          <li key={id} className={classes.row}>
            <span className={classes.words}>
              {actionText(action)}
              {outcome === 'refused' && ` (${t('overview.refused')})`}
            </span>
            <span className={classes.soft}>{actor}</span>
            <span className={classes.soft}>{formatAgo(at, language)}</span>
          </li>
        ))}
      </ul>
      <Link to="/settings/trail">{t('overview.trail')}</Link>
    </section>
  )
}
