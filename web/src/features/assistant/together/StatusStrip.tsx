import type { Assignment } from '@/api/types'
import { IconHandover } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { since } from './since'
import classes from './Together.module.css'

/** What happens with a request, for the person who waits: who has it, and what comes next. */
export function StatusStrip({ assignment }: { assignment: Assignment }) {
  const { t, language } = useTranslation()
  const { status, reminded_at: reminded } = assignment
  const name = assignment.assignee?.name ?? t('together.team')
  return (
    <p className={classes.strip} data-status={status} role="status">
      <IconHandover size={16} aria-hidden />
      <span>
        <strong>
          {status === 'waiting'
            ? t('together.waitingTitle', { time: since(assignment.requested_at, language) })
            : t(`together.${status}Title`, { name })}
        </strong>{' '}
        {status === 'waiting' && reminded
          ? t('together.remindedText', { time: since(reminded, language) })
          : t(`together.${status}Text`)}
      </span>
    </p>
  )
}
