import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { CodeField } from '../fields'
import { FormProblem } from '../FormProblem'
import { readable } from '../words'
import { TOTP_PICTURE, activateTotp, beginTotp } from './account'
import classes from './Security.module.css'

interface TotpDialogProps {
  onDone: () => void
  onClose: () => void
}

export function TotpDialog({ onDone, onClose }: TotpDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('totp.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TotpSetup onDone={onDone} onClose={onClose} />
    </Modal>
  )
}

/** A secret for the app, as a picture and as text, confirmed by the first code. */
export function TotpSetup({ onDone, onClose }: TotpDialogProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const begun = useQuery({
    queryKey: ['totp-setup'],
    queryFn: beginTotp,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const activate = useMutation({ mutationFn: () => activateTotp(code), onSuccess: onDone })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    activate.mutate()
  }

  if (begun.isPending) return <Skeleton height={320} radius="md" />
  if (begun.isError) {
    return <ProblemNotice error={readable(begun.error, t)} onRetry={() => void begun.refetch()} />
  }
  const { secret } = begun.data
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('totp.step1')}</Text>
        <div className={classes.qr}>
          {/* Another secret is another picture. */}
          <img src={`${TOTP_PICTURE}?${begun.dataUpdatedAt}`} alt={t('totp.qr')} />
        </div>
        <div>
          <Text size="sm" mb={6}>
            {t('totp.secret')}
          </Text>
          <Group wrap="nowrap" gap="xs">
            <code className={classes.secret}>{grouped(secret)}</code>
            <CopyButton text={secret} label={t('totp.copySecret')} />
          </Group>
        </div>
        <FormProblem error={activate.error} at={activate.submittedAt} />
        <CodeField label={t('totp.step2')} value={code} onChange={setCode} digits size="sm" />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={activate.isPending}>
          {t('totp.submit')}
        </Button>
      </Group>
    </form>
  )
}

/** In fours, as one types it. */
function grouped(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
