/** Adding a passkey or security key, and giving one another name. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { FormProblem } from '../FormProblem'
import { addKey, renameKey } from './account'

interface AddKeyDialogProps {
  passkey: boolean
  onDone: () => void
  onClose: () => void
}

export function AddKeyDialog({ passkey, onDone, onClose }: AddKeyDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const add = useMutation({ mutationFn: () => addKey(name.trim(), passkey), onSuccess: onDone })
  return (
    <NameDialog
      title={passkey ? t('security.keyAdd') : t('security.keyAddFactor')}
      text={passkey ? t('security.keyPasskeyText') : t('security.keySecurityText')}
      submit={t('security.keyGo')}
      name={name}
      onName={setName}
      busy={add.isPending}
      problem={<FormProblem error={add.error} at={add.submittedAt} />}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    />
  )
}

interface RenameKeyDialogProps {
  id: number
  name: string
  onChanged: () => void
  onClose: () => void
}

export function RenameKeyDialog({ id, name: given, onChanged, onClose }: RenameKeyDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(given)
  const rename = useMutation({
    mutationFn: () => renameKey(id, name.trim()),
    onSuccess: () => {
      onChanged()
      onClose()
    },
  })
  return (
    <NameDialog
      title={t('security.keyRenameTitle')}
      submit={t('common.save')}
      name={name}
      onName={setName}
      busy={rename.isPending}
      problem={<FormProblem error={rename.error} at={rename.submittedAt} />}
      onSubmit={() => rename.mutate()}
      onClose={onClose}
    />
  )
}

interface NameDialogProps {
  title: string
  text?: string
  submit: string
  name: string
  onName: (name: string) => void
  busy: boolean
  problem: ReactNode
  onSubmit: () => void
  onClose: () => void
}

function NameDialog(props: NameDialogProps) {
  const { title, text, submit, name, onName, busy, problem, onSubmit, onClose } = props
  const { t } = useTranslation()

  function send(event: SubmitEvent): void {
    event.preventDefault()
    onSubmit()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={send}>
        <Stack>
          {problem}
          {text && <Text size="sm">{text}</Text>}
          <TextInput
            label={t('security.keyName')}
            description={t('security.keyNameHint')}
            placeholder={t('security.keyNamePlaceholder')}
            autoComplete="off"
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            value={name}
            onChange={(event) => onName(event.currentTarget.value)}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
