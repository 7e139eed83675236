import { Button, Group, Modal, Progress, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconDownload, IconRetry, IconTrash } from '@/components/icons'
import { useTranslation, type MessageKey } from '@/i18n'
import { formatDate, formatDateTime, formatSize } from '@/i18n/format'
import {
  exportJobsQuery,
  isActive,
  useCancelExport,
  useDeleteExport,
  useFetchExport,
  useStartExport,
  type ConversationExport,
} from './exportJobs'
import classes from './ExportJobs.module.css'

const FAILURES: Record<string, MessageKey> = {
  no_room: 'filing.exportFailed.no_room',
  access_lost: 'filing.exportFailed.access_lost',
  interrupted: 'filing.exportFailed.interrupted',
}

/** The exports that one finds again after leaving the page. */
export default function ExportJobsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filing.exports')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ExportJobs />
    </Modal>
  )
}

/** One's exports: how far each is, its file while it is kept, and what became of the others. */
function ExportJobs() {
  const { t } = useTranslation()
  const jobs = useQuery(exportJobsQuery)
  return (
    <>
      <p className={classes.soft}>{t('filing.exportsText')}</p>
      {jobs.isPending && <Skeleton height={56} mt="md" radius="md" />}
      {jobs.isError && <ProblemNotice error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.data?.length === 0 && <p>{t('filing.exportsEmpty')}</p>}
      {jobs.data && jobs.data.length > 0 && (
        <ul className={classes.list} aria-label={t('filing.exports')}>
          {jobs.data.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ one }: { one: ConversationExport }) {
  const { t, language } = useTranslation()
  const cancel = useCancelExport()
  const problem = cancel.error
  const date = formatDateTime(one.created_at, language)
  return (
    <li className={classes.row}>
      <div>
        {t(`filing.${one.format}`)}, {date}
      </div>
      <p className={classes.soft} role={isActive(one) ? 'status' : undefined}>
        <Situation one={one} />
      </p>
      {one.left_out > 0 && (
        <p className={classes.soft}>{t('filing.exportLeftOut', { count: one.left_out })}</p>
      )}
      {isActive(one) && (
        <Progress
          my={6}
          size={6}
          value={one.total ? (100 * one.done) / one.total : 0}
          aria-label={t('filing.exportProgress')}
        />
      )}
      {problem && <ProblemNotice error={problem} />}
      {isActive(one) ? (
        <Button
          mt={4}
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(one.id)}
        >
          {t('filing.exportCancel')}
        </Button>
      ) : (
        <Over one={one} date={date} />
      )}
    </li>
  )
}

/** What can be done with one that is over. */
function Over({ one, date }: { one: ConversationExport; date: string }) {
  const { t } = useTranslation()
  const again = useStartExport()
  const fetch = useFetchExport()
  const remove = useDeleteExport()
  const problem = fetch.error ?? again.error ?? remove.error
  return (
    <>
      {problem && <ProblemNotice error={problem} />}
      <Group gap="xs" mt={4}>
        {one.state === 'ready' && (
          <Button
            size="compact-sm"
            leftSection={<IconDownload size={14} aria-hidden />}
            loading={fetch.isPending}
            aria-label={t('filing.exportDownloadOf', { date })}
            onClick={() => fetch.mutate(one)}
          >
            {t('filing.download')}
          </Button>
        )}
        {(one.state !== 'ready' || fetch.isError) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRetry size={14} aria-hidden />}
            loading={again.isPending}
            aria-label={t('filing.exportAgainOf', { date })}
            onClick={() => again.mutate({ wanted: { again: one.id }, format: one.format })}
          >
            {t('filing.exportAgain')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTrash size={14} aria-hidden />}
          loading={remove.isPending}
          aria-label={t('filing.exportDeleteOf', { date })}
          onClick={() => remove.mutate(one.id)}
        >
          {t('common.delete')}
        </Button>
      </Group>
    </>
  )
}

function Situation({ one }: { one: ConversationExport }) {
  const { t, language } = useTranslation()
  switch (one.state) {
    case 'waiting':
      return t('filing.exportState.waiting', { count: one.total })
    case 'running':
      return t('filing.exportState.running', { done: one.done, total: one.total })
    case 'ready':
      return t('filing.exportState.ready', {
        count: one.done,
        size: formatSize(one.size, language),
        date: one.expires_at ? formatDate(one.expires_at, language) : '',
      })
    case 'failed':
      return t(FAILURES[one.error_code] ?? 'filing.exportFailed.internal')
    case 'cancelled':
      return t('filing.exportState.cancelled')
  }
}
