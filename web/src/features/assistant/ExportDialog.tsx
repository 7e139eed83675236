import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { Suspense, lazy, useState, type SubmitEvent } from 'react'
import { IconDownload } from '@/components/icons'
import type { ListFilters } from '@/components/list/useListState'
import { notify } from '@/components/notify'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { MOST_AT_ONCE, narrowing, useStartExport, type Format } from './exportJobs'
import { useExportConversations } from './exporting'

const ExportJobsDialog = lazy(() => import('./ExportJobs'))

const FORMATS: Format[] = ['pdf', 'docx', 'markdown', 'json', 'csv']

interface ExportDialogProps {
  /** Those that are chosen. */
  ids?: string[]
  /** All that a list holds, instead of those that are chosen. */
  filter?: ListFilters
  onClose: () => void
}

/** Conversations as a file, at once or, when they are many, by a job that can be followed here. */
export function ExportDialog({ ids = [], filter, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const [format, setFormat] = useState<Format>('pdf')
  const download = useExportConversations()
  const start = useStartExport()
  const count = ids.length
  const byJob = filter !== undefined || count > MOST_AT_ONCE

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (byJob) {
      start.mutate({ wanted: filter ? { filter: narrowing(filter) } : { ids }, format })
      return
    }
    download.mutate(
      { ids, format },
      {
        onSuccess: () => {
          notify(t('filing.exported', { count }))
          onClose()
        },
      },
    )
  }

  if (start.isSuccess) {
    return (
      <Suspense>
        <ExportJobsDialog onClose={onClose} />
      </Suspense>
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={filter ? t('filing.exportListTitle') : t('filing.exportTitle', { count })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Text size="sm" c="dimmed" mb="md">
          {t('filing.exportText')}
        </Text>
        <Radio.Group
          label={t('filing.exportKind')}
          value={format}
          onChange={(value) => setFormat(value)}
        >
          <Stack gap="sm" mt="xs">
            {FORMATS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`filing.${one}`)}
                description={t(`filing.${one}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {byJob && (
          <Text size="sm" mt="md">
            {t('filing.exportByJob')}
          </Text>
        )}
        {(download.error ?? start.error) && (
          <Stack mt="md">
            <ProblemNotice error={download.error ?? start.error} />
          </Stack>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            loading={download.isPending || start.isPending}
            leftSection={<IconDownload size={16} />}
          >
            {t(byJob ? 'filing.exportStart' : 'filing.download')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
