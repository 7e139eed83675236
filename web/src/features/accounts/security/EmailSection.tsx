import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { Account } from '@/api/allauth'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconMail } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { CodeField, EmailField } from '../fields'
import { FormProblem } from '../FormProblem'
import {
  addressesQuery,
  changeAddress,
  giveUpAddress,
  sendAddressCode,
  verifyAddress,
} from './account'
import { Row, Section } from './Section'
import { ResendCode } from '../signin/ResendCode'
import classes from './Security.module.css'

/** The address in use, and one that waits to be confirmed. */
export function EmailSection({ account }: { account: Account }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const addresses = useQuery(addressesQuery)
  const [open, setOpen] = useState(false)
  const waiting = addresses.data?.find(({ verified, primary }) => !verified && !primary)?.email
  const giveUp = useMutation({
    mutationFn: giveUpAddress,
    onSuccess: () => {
      notify(t('security.emailKept'))
      return client.invalidateQueries({ queryKey: addressesQuery.queryKey })
    },
    onError: (error) => notifyProblem(error, t),
  })
  return (
    <Section title={t('security.email')} text={t('security.emailText')}>
      {addresses.isPending && <Skeleton height={64} mt="md" radius="md" />}
      {addresses.isError && (
        <ProblemNotice error={addresses.error} onRetry={() => void addresses.refetch()} />
      )}
      {addresses.data && (
        <ul className={classes.list}>
          <Row icon={<IconMail size={18} />} title={account.email}>
            {!waiting && (
              <Button variant="default" size="xs" onClick={() => setOpen(true)}>
                {t('security.emailChange')}
              </Button>
            )}
          </Row>
          {waiting && (
            <Row
              icon={<IconMail size={18} />}
              title={t('security.emailWaiting', { email: waiting })}
            >
              <Button variant="default" size="xs" onClick={() => setOpen(true)}>
                {t('security.emailEnter')}
              </Button>
              <Button
                variant="subtle"
                size="xs"
                loading={giveUp.isPending}
                onClick={() => giveUp.mutate(waiting)}
              >
                {t('security.emailGiveUp')}
              </Button>
            </Row>
          )}
        </ul>
      )}
      {open && <EmailDialog waiting={waiting ?? ''} onClose={() => setOpen(false)} />}
    </Section>
  )
}

interface EmailDialogProps {
  /** The new address, once a code is on its way to it. */
  waiting: string
  onClose: () => void
}

function EmailDialog({ waiting, onClose }: EmailDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['account'] })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('security.emailChange')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {waiting ? (
        <ConfirmAddress
          email={waiting}
          onClose={onClose}
          onDone={() => {
            notify(t('security.emailChanged'))
            onClose()
            void refresh()
            void client.invalidateQueries({ queryKey: ['me'] })
          }}
        />
      ) : (
        <NewAddress onClose={onClose} onSent={() => void refresh()} />
      )}
    </Modal>
  )
}

function NewAddress({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const change = useMutation({
    mutationFn: () => changeAddress(email.trim()),
    onSuccess: onSent,
  })
  const fields = isProblem(change.error) ? change.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    change.mutate()
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {!fields.email && <FormProblem error={change.error} at={change.submittedAt} />}
        <Text size="sm">{t('security.emailSendText')}</Text>
        <EmailField
          label={t('field.newEmail')}
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={fields.email}
          initial
          size="sm"
        />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {t('security.emailSend')}
        </Button>
      </Group>
    </form>
  )
}

interface ConfirmAddressProps {
  email: string
  onClose: () => void
  onDone: () => void
}

function ConfirmAddress({ email, onClose, onDone }: ConfirmAddressProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const verify = useMutation({ mutationFn: () => verifyAddress(code), onSuccess: onDone })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    verify.mutate()
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={verify.error} at={verify.submittedAt} />
        <Text size="sm">{t('security.emailCodeText', { email })}</Text>
        <CodeField value={code} onChange={setCode} initial size="sm" />
        <ResendCode resend={() => sendAddressCode(email).then(() => undefined)} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={verify.isPending}>
          {t('verify.submit')}
        </Button>
      </Group>
    </form>
  )
}
