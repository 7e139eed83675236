import { Button, Checkbox, Group, Progress, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconDownload } from '@/components/icons'
import { useTranslation, type MessageKey } from '@/i18n'
import { formatDate, formatDateTime, formatSize } from '@/i18n/format'
import classes from './Admin.module.css'
import own from './Workspace.module.css'
import {
  exportsQuery,
  isActive,
  useCancelExport,
  useDownloadExport,
  useStartExport,
  type WorkspaceExport,
} from './workspaceApi'

const FAILURES: Record<string, MessageKey> = {
  no_room: 'data.failed.no_room',
  interrupted: 'data.failed.interrupted',
}

/** Starting an export, following it, and fetching those that are ready. */
export function WorkspaceExports() {
  const { t } = useTranslation()
  const exports = useQuery(exportsQuery)
  const start = useStartExport()
  const [passages, setPassages] = useState(false)
  const running = exports.data?.some(isActive) ?? false
  return (
    <section className={classes.part} aria-labelledby="data-export">
      <h2 id="data-export" className={classes.heading}>
        {t('data.export')}
      </h2>
      <p className={classes.hint}>{t('data.exportText')}</p>
      {start.isError && <ProblemNotice error={start.error} />}
      <Checkbox
        label={t('data.passages')}
        description={t('data.passagesHint')}
        checked={passages}
        disabled={running}
        onChange={(event) => setPassages(event.currentTarget.checked)}
      />
      <Group>
        <Button
          loading={start.isPending}
          disabled={running || exports.isPending}
          onClick={() => start.mutate(passages)}
        >
          {t('data.start')}
        </Button>
        {running && <span className={classes.soft}>{t('data.oneAtATime')}</span>}
      </Group>
      <h3 className={own.subheading}>{t('data.list')}</h3>
      {exports.isPending && <Skeleton height={56} radius="md" />}
      {exports.isError && (
        <ProblemNotice error={exports.error} onRetry={() => void exports.refetch()} />
      )}
      {exports.data?.length === 0 && <p className={classes.hint}>{t('data.empty')}</p>}
      {exports.data && exports.data.length > 0 && (
        <ul className={classes.list} aria-label={t('data.list')}>
          {exports.data.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ one }: { one: WorkspaceExport }) {
  const { t, language } = useTranslation()
  const cancel = useCancelExport()
  const download = useDownloadExport()
  const when = formatDateTime(one.created_at, language)
  const problem = cancel.error ?? download.error
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div>{t('data.askedBy', { date: when, name: one.asked_by })}</div>
        <div className={classes.soft} role={isActive(one) ? 'status' : undefined}>
          <Situation one={one} />
        </div>
        {one.state === 'running' && (
          <Progress
            className={own.progress ?? ''}
            size={6}
            value={one.total ? (100 * one.done) / one.total : 0}
            aria-label={t('data.progress')}
          />
        )}
        {problem && <ProblemNotice error={problem} />}
      </div>
      {isActive(one) && (
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(one.id)}
        >
          {t('data.cancel')}
        </Button>
      )}
      {one.state === 'ready' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={download.isPending}
          aria-label={t('data.downloadOf', { date: when })}
          onClick={() => download.mutate(one.id)}
        >
          {t('data.download')}
        </Button>
      )}
    </li>
  )
}

/** How far an export is, or what became of it. */
function Situation({ one }: { one: WorkspaceExport }) {
  const { t, language } = useTranslation()
  switch (one.state) {
    case 'queued':
      return t('data.state.queued')
    case 'running':
      return t('data.state.running', { done: one.done, total: one.total })
    case 'ready':
      return t('data.state.ready', {
        size: formatSize(one.size, language),
        date: one.expires_at ? formatDate(one.expires_at, language) : '',
      })
    case 'failed':
      return t(FAILURES[one.error_code] ?? 'data.failed.internal')
    case 'cancelled':
      return t('data.state.cancelled')
    case 'expired':
      return t('data.state.expired')
  }
}
