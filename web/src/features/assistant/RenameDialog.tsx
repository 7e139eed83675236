import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { ConversationSummary } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { useChangeConversation } from './filing'

interface RenameDialogProps {
  row: ConversationSummary
  onClose: () => void
}

export function RenameDialog({ row, onClose }: RenameDialogProps) {
  const { t } = useTranslation()
  const change = useChangeConversation()
  const [title, setTitle] = useState(row.title)
  const wanted = title.trim()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (wanted === '') return
    change.mutate({ id: row.id, body: { title: wanted } }, { onSuccess: onClose })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filing.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={t('filing.title')}
          maxLength={200}
          required
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {change.isError && <ProblemNotice error={change.error} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={wanted === ''} loading={change.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
