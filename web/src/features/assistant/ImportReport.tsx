import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ConversationsImport } from '@/api/types'
import { useTranslation } from '@/i18n'
import classes from './Import.module.css'

interface ImportReportProps {
  report: ConversationsImport
  onClose: () => void
  onAnother: () => void
}

/** What became of a file: how many came in, and each that did not, with the reason. */
export function ImportReport({ report, onClose, onAnother }: ImportReportProps) {
  const { t } = useTranslation()
  const { created, already, skipped, shortened, reasons } = report
  const told = useRef<HTMLDivElement>(null)

  // What had the focus is gone: the report takes it, and is read aloud.
  useEffect(() => told.current?.focus(), [])

  return (
    <>
      <div ref={told} tabIndex={-1} className={classes.told}>
        <p className={classes.created}>
          {created > 0 ? t('imports.created', { count: created }) : t('imports.none')}
        </p>
        <ul className={classes.counts}>
          {already > 0 && <li>{t('imports.already', { count: already })}</li>}
          {skipped > 0 && <li>{t('imports.skipped', { count: skipped })}</li>}
          {shortened > 0 && <li>{t('imports.shortened', { count: shortened })}</li>}
        </ul>
        {created > 0 && <p className={classes.state}>{t('imports.note')}</p>}
      </div>
      {skipped > 0 && <LeftOut reasons={reasons} more={skipped - reasons.length} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onAnother}>
          {t('imports.another')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </>
  )
}

interface LeftOutProps {
  reasons: ConversationsImport['reasons']
  more: number
}

function LeftOut({ reasons, more }: LeftOutProps) {
  const { t } = useTranslation()
  return (
    <>
      {/* A long list scrolls by the keyboard as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.reasons} role="region" aria-label={t('imports.leftOut')} tabIndex={0}>
        <ul>
          {reasons.map(({ title, reason }, i) => (
            <li key={i}>
              {title || t('conversations.untitled')} <em>({t(`imports.reason.${reason}`)})</em>
            </li>
          ))}
          {more > 0 && <li>{t('imports.more', { count: more })}</li>}
        </ul>
      </div>
    </>
  )
}
