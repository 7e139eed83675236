import { Box, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { ConversationsExport } from '@/api/types'
import { IconDownload } from '@/components/icons'
import { notify } from '@/components/notify'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { useExportConversations } from './filing'

type Format = ConversationsExport['format']

const FORMATS: Format[] = ['markdown', 'json', 'csv']

interface ExportDialogProps {
  ids: string[]
  onClose: () => void
}

/** Conversations as a file, of the kind that its reader wants. */
export function ExportDialog({ ids, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const [format, setFormat] = useState<Format>('markdown')
  const download = useExportConversations()
  const count = ids.length

  function submit(event: SubmitEvent): void {
    event.preventDefault()
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

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filing.exportTitle', { count })}
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
        {download.isError && (
          <Box mt="md">
            <ProblemNotice error={download.error} />
          </Box>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            loading={download.isPending}
            leftSection={<IconDownload size={16} />}
          >
            {t('filing.download')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
