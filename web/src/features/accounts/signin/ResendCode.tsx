import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { FormProblem } from '../FormProblem'
import { useCountdown } from '../useCountdown'
import classes from '../Entry.module.css'

const PAUSE_SECONDS = 30

/** Sends a code again, not sooner than a mail takes to arrive. */
export function ResendCode({ resend }: { resend: () => Promise<void> }) {
  const { t } = useTranslation()
  const [since, setSince] = useState(() => Date.now())
  const left = useCountdown(PAUSE_SECONDS, since)
  const again = useMutation({ mutationFn: resend, onSuccess: () => setSince(Date.now()) })
  return (
    <div>
      <FormProblem error={again.error} at={again.submittedAt} />
      <Text size="sm" c="dimmed" role="status">
        {again.isSuccess ? t('code.resent') : t('code.spam')}
      </Text>
      <Button
        variant="subtle"
        size="compact-md"
        ml={-8}
        mt={4}
        className={classes.plain ?? ''}
        disabled={left > 0}
        loading={again.isPending}
        onClick={() => again.mutate()}
      >
        {left > 0 ? t('code.resendIn', { seconds: left }) : t('code.resend')}
      </Button>
    </div>
  )
}
