import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation, type Translate } from '@/i18n'
import type { ChangePlan, ChangeRow } from './api'
import { nameOf, placeText } from './roles'
import classes from './Rows.module.css'

/** So many rows are shown at first, and more each time. */
const SHOWN = 50

/** What becomes, or became, of each member; who is refused comes first. */
export function PlanRows({ plan, done = false }: { plan: ChangePlan; done?: boolean }) {
  const { t } = useTranslation()
  const [most, setMost] = useState(SHOWN)
  const told = [
    plan.change > 0 && t(done ? 'many.changed' : 'many.willChange', { count: plan.change }),
    plan.unchanged > 0 && t('many.unchanged', { count: plan.unchanged }),
    plan.refused > 0 && t('many.refused', { count: plan.refused }),
  ].filter(Boolean)
  const rows = plan.rows.filter(({ outcome }) => outcome !== 'unchanged')
  return (
    <>
      <p role="status" className={classes.told}>
        {told.join(' · ')}
      </p>
      {rows.length > 0 && (
        // A long list scrolls by the keyboard as well.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.plan} role="region" aria-label={t('many.rows')} tabIndex={0}>
          <ul className={classes.planList}>
            {rows.slice(0, most).map((row) => (
              <li key={row.member_id} data-outcome={row.outcome}>
                <span className={classes.name}>{nameOf(row)}</span>
                <span className={classes.detail}>{row.reason ?? what(row, t)}</span>
              </li>
            ))}
          </ul>
          {rows.length > most && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setMost((now) => now + SHOWN)}
            >
              {t('many.more', { count: rows.length - most })}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function what(row: ChangeRow, t: Translate): string {
  if (row.active_before !== row.active_after) {
    return t(row.active_after ? 'many.lets' : 'many.bars')
  }
  return `${placeText(row.before, t)} → ${placeText(row.after, t)}`
}
