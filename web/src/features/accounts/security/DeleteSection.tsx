import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { FormProblem } from '../FormProblem'
import { deleteAccount } from './account'
import { Section } from './Section'
import classes from './Security.module.css'

interface DeleteSectionProps {
  email: string
  onDeleted: () => void
}

/** The end of an account, which nothing brings back. */
export function DeleteSection({ email, onDeleted }: DeleteSectionProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('security.delete')}
      text={t('security.deleteText')}
      actions={
        <Button variant="default" className={classes.danger ?? ''} onClick={() => setOpen(true)}>
          {t('security.deleteOpen')}
        </Button>
      }
    >
      {open && <DeleteDialog email={email} onDeleted={onDeleted} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function DeleteDialog({ email, onDeleted, onClose }: DeleteSectionProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const remove = useMutation({ mutationFn: deleteAccount, onSuccess: onDeleted })
  const confirmed = typed.trim().toLowerCase() === email.toLowerCase()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (confirmed) remove.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('security.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <FormProblem error={remove.error} at={remove.submittedAt} />
          <Text size="sm">{t('security.deleteText')}</Text>
          <TextInput
            label={t('security.deleteConfirm', { email })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red.8" disabled={!confirmed} loading={remove.isPending}>
            {t('security.deleteSubmit')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
