import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { Account } from '@/api/allauth'
import { isProblem } from '@/api/problem'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { KnownUsername, NewPasswordField, PasswordField } from '../fields'
import { FormProblem } from '../FormProblem'
import { changePassword } from './account'
import { Section } from './Section'

export function PasswordSection({ account }: { account: Account }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const title = account.has_usable_password
    ? t('security.passwordChange')
    : t('security.passwordSet')
  return (
    <Section
      title={t('security.password')}
      text={account.has_usable_password ? t('security.passwordText') : t('security.passwordNone')}
      actions={
        <Button variant="default" onClick={() => setOpen(true)}>
          {title}
        </Button>
      }
    >
      {open && <PasswordDialog account={account} title={title} onClose={() => setOpen(false)} />}
    </Section>
  )
}

interface PasswordDialogProps {
  account: Account
  title: string
  onClose: () => void
}

function PasswordDialog({ account, title, onClose }: PasswordDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      notify(t('security.passwordChanged'))
      onClose()
      return client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const fields = isProblem(change.error) ? change.error.fields : {}
  const known = fields.current_password ?? fields.new_password

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    change.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {!known && <FormProblem error={change.error} at={change.submittedAt} />}
          <KnownUsername email={account.email} />
          {account.has_usable_password && (
            <PasswordField
              label={t('field.currentPassword')}
              value={current}
              onChange={setCurrent}
              error={fields.current_password && t('stepUp.wrongPassword')}
              initial
              size="sm"
            />
          )}
          <NewPasswordField
            label={t('field.newPasswordAgain')}
            value={next}
            onChange={setNext}
            error={fields.new_password}
            about={[account.display, account.email]}
            size="sm"
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
