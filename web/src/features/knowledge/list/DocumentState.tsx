import { Progress } from '@mantine/core'
import type { Document } from '@/api/types'
import { useTranslation } from '@/i18n'
import classes from './DocumentState.module.css'

/** Where a document stands between dropped and answering. */
export function DocumentState({ document }: { document: Document }) {
  const { t } = useTranslation()
  const { status, progress, replacing, title } = document
  const moving = status === 'queued' || status === 'extracting' || status === 'indexing'
  const label = t(`status.${status}`)
  return (
    <span className={classes.state} data-status={moving ? 'moving' : status}>
      <span className={classes.label}>
        <span className={classes.dot} aria-hidden />
        {label}
      </span>
      {moving && (
        <Progress
          className={classes.progress}
          value={Math.max(4, progress * 100)}
          size={4}
          aria-label={t('upload.progress', { name: title })}
        />
      )}
      {replacing && <span className={classes.note}>{t('documents.replacing')}</span>}
    </span>
  )
}
