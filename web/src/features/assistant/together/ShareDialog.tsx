import { Button, Modal, Switch } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import type { Conversation, Participant } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconButton } from '@/components/IconButton'
import { IconClose } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { Avatar } from './Avatar'
import { useLetIn, useSharing, useTakeOut } from './api'
import { Links } from './Links'
import { PersonPicker } from './PersonPicker'
import classes from './Together.module.css'

interface ShareDialogProps {
  conversation: Conversation
  onClose: () => void
}

/** Who reads the conversation: its circle, people by name, and who has a link. */
export default function ShareDialog({ conversation, onClose }: ShareDialogProps) {
  const { t } = useTranslation()
  const me = useMe()
  const { can, circle, id, shared } = conversation
  const sharing = useSharing(id)
  const letIn = useLetIn(id)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('sharing.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {sharing.isError && <ProblemNotice error={sharing.error} />}
      {can.share && (
        <>
          <Switch
            checked={shared}
            label={t(circle === 'company' ? 'sharing.company' : 'sharing.staff')}
            description={t(circle === 'company' ? 'sharing.companyText' : 'sharing.staffText')}
            onChange={(event) => sharing.mutate(event.currentTarget.checked)}
          />
          <p className={classes.soft}>{t('sharing.documents')}</p>
        </>
      )}
      <h3 className={classes.heading}>{t('sharing.people')}</h3>
      <People conversation={conversation} onClose={onClose} />
      {(can.share || can.handle) && may(me, 'members.read') && (
        <>
          {letIn.isError && <ProblemNotice error={letIn.error} />}
          <PersonPicker
            conversationId={id}
            label={t('sharing.add')}
            action={t('sharing.add')}
            busy={letIn.isPending}
            onPick={(person) => letIn.mutate(person.id)}
          />
        </>
      )}
      {can.share && <Links conversationId={id} />}
    </Modal>
  )
}

function People({ conversation, onClose }: ShareDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const takeOut = useTakeOut(conversation.id)
  const { can, people } = conversation
  const leave = (one: Participant) =>
    takeOut.mutate(one.id, {
      onSuccess: () => {
        onClose()
        void navigate({ to: '/' })
      },
    })
  return (
    <>
      {takeOut.isError && <ProblemNotice error={takeOut.error} />}
      <ul className={classes.list}>
        {people.map((one) => (
          <li key={one.id}>
            <Avatar name={one.name} present={one.present} />
            <span>
              {one.name}
              {(one.you || one.owner) && (
                <span className={classes.soft}>
                  {' '}
                  ({t(one.you ? 'sharing.you' : 'sharing.owner')})
                </span>
              )}
            </span>
            {one.staff && <span className={classes.staff}>{t('together.staff')}</span>}
            {one.joined && !one.owner && one.you && (
              <Button size="compact-sm" variant="default" onClick={() => leave(one)}>
                {t('sharing.leave')}
              </Button>
            )}
            {one.joined && !one.owner && !one.you && (can.handle || (can.share && !one.staff)) && (
              <IconButton
                label={t('sharing.takeOut', { name: one.name })}
                onClick={() => takeOut.mutate(one.id)}
              >
                <IconClose size={16} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
