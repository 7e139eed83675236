import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { CodeField } from '../fields'
import { FormProblem } from '../FormProblem'
import { resendVerification, verifyEmail } from '../session'
import { Pending } from './Pending'
import { ResendCode } from './ResendCode'
import classes from '../Entry.module.css'

interface VerifyScreenProps {
  email: string
  /** A code that a link brought along. */
  code: string
  restart: string
  onStep: (state: AuthState) => void
}

/** Proves a new account's address by the code sent to it. */
export function VerifyScreen({ email, code, restart, onStep }: VerifyScreenProps) {
  const { t } = useTranslation()
  const text = email ? t('verify.textFor', { email }) : t('verify.text')
  return (
    <Pending flow="verify_email" title={t('verify.title')} restart={restart}>
      {() => (
        <EntryLayout title={t('verify.title')} text={text}>
          <VerifyForm given={code} onStep={onStep} />
          <div className={classes.others}>
            <ResendCode resend={resendVerification} />
            <a className={classes.link} href={restart}>
              {t('verify.restart')}
            </a>
          </div>
        </EntryLayout>
      )}
    </Pending>
  )
}

function VerifyForm({ given, onStep }: { given: string; onStep: (state: AuthState) => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState(given)
  const verify = useMutation({ mutationFn: () => verifyEmail(code), onSuccess: onStep })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    verify.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <FormProblem error={verify.error} at={verify.submittedAt} />
      <CodeField value={code} onChange={setCode} initial />
      <Button type="submit" size="md" loading={verify.isPending}>
        {t('verify.submit')}
      </Button>
    </form>
  )
}
