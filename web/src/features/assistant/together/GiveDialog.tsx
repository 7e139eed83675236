import { Modal } from '@mantine/core'
import type { Conversation } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useAssign } from './api'
import { PersonPicker } from './PersonPicker'

interface GiveDialogProps {
  conversation: Conversation
  onClose: () => void
}

/** Passes the conversation to a colleague of the team. */
export default function GiveDialog({ conversation, onClose }: GiveDialogProps) {
  const { t } = useTranslation()
  const assign = useAssign(conversation.id)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('together.giveTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {assign.isError && <ProblemNotice error={assign.error} />}
      <PersonPicker
        conversationId={conversation.id}
        label={t('together.staff')}
        action={t('together.giveTitle')}
        staffOnly
        busy={assign.isPending}
        onPick={({ id, name }) =>
          assign.mutate(
            { status: 'person', assignee_id: id, even_if_taken: true },
            {
              onSuccess: () => {
                notify(t('together.given', { name }))
                onClose()
              },
            },
          )
        }
      />
    </Modal>
  )
}
