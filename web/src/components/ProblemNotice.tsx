import { Button } from '@mantine/core'
import { isProblem } from '@/api/problem'
import { useTranslation } from '@/i18n'
import { IconAlert, IconRetry } from './icons'
import { problemText } from './problemText'
import classes from './ProblemNotice.module.css'

interface ProblemNoticeProps {
  error: unknown
  /** What the person has not lost, in a short sentence. */
  kept?: string
  onRetry?: () => void
}

/** An error as a person reads it: what happened, what helps, what was kept. */
export function ProblemNotice({ error, kept, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation()
  const { title, hint } = problemText(error, t)
  return (
    <div className={classes.notice} role="alert">
      <IconAlert className={classes.icon} size={18} aria-hidden />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {hint && <p>{hint}</p>}
        {kept && <p>{kept}</p>}
        {isProblem(error) && error.requestId && (
          <p className={classes.reference}>{t('problem.reference', { id: error.requestId })}</p>
        )}
        {onRetry && (
          <Button
            variant="default"
            size="xs"
            mt={8}
            leftSection={<IconRetry size={14} />}
            onClick={onRetry}
          >
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
