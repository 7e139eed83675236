import { Button } from '@mantine/core'
import type { TrailVerification } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconAlert, IconCheck, IconShield } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDateTime } from '@/i18n/format'
import { useVerification } from './api'
import { actionText } from './words'
import classes from './Trail.module.css'

/** Has the server compute the whole chain again, and says what it found. */
export function Verification() {
  const { t } = useTranslation()
  const verification = useVerification()
  return (
    <section className={classes.section} aria-labelledby="trail-verify">
      <h2 id="trail-verify" className={classes.heading}>
        {t('trail.verify')}
      </h2>
      <p className={classes.text}>{t('trail.verifyText')}</p>
      <Button
        leftSection={<IconShield size={16} />}
        loading={verification.isPending}
        onClick={() => verification.mutate()}
      >
        {t('trail.verify')}
      </Button>
      <div role="status">{verification.data && <Result found={verification.data} />}</div>
      {verification.isError && (
        <ProblemNotice error={verification.error} onRetry={() => verification.mutate()} />
      )}
    </section>
  )
}

function Result({ found }: { found: TrailVerification }) {
  const { t, language } = useTranslation()
  const { bad } = found
  if (!bad) {
    return (
      <p className={classes.intact}>
        <IconCheck size={18} aria-hidden />
        <span>
          {t('trail.intact', { count: found.checked })}
          {found.pruned_seq > 0 && ` ${t('trail.intactPruned', { seq: found.pruned_seq })}`}
        </span>
      </p>
    )
  }
  return (
    <div className={classes.broken}>
      <IconAlert size={18} aria-hidden />
      <div>
        <p className={classes.brokenTitle}>{t('trail.broken')}</p>
        <p>{t(`trail.fault.${bad.fault}`, { seq: bad.seq ?? 0 })}</p>
        {bad.created_at && (
          <p>
            {t('trail.badRow', {
              action: actionText(bad.action, t),
              date: formatDateTime(bad.created_at, language),
            })}{' '}
            <code>{bad.entry_id}</code>
          </p>
        )}
        <p>{t('trail.brokenNext')}</p>
      </div>
    </div>
  )
}
