import { Button, Divider } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { IconMail } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { KnownUsername, PasswordField } from '../fields'
import { FormProblem } from '../FormProblem'
import type { SignInOptions } from '../options'
import { requestCode, signIn } from '../session'
import { PasskeyButton, ProviderButtons, SsoButton } from './OtherWays'
import classes from '../Entry.module.css'

interface PasswordStepProps {
  email: string
  options: SignInOptions
  workspace: string
  next: string
  onStep: (state: AuthState) => void
  onBack: () => void
}

/** The address is known: the password, or another way that it may use. */
export function PasswordStep(props: PasswordStepProps) {
  const { email, options, workspace, next, onStep, onBack } = props
  const { t } = useTranslation()
  const offered = (method: SignInOptions['methods'][number]) => options.methods.includes(method)
  const byCode = useMutation({ mutationFn: () => requestCode(email), onSuccess: onStep })
  const other =
    options.sso ?? (offered('code') || offered('passkey') || options.providers.length > 0)
  return (
    <>
      <div className={classes.identity}>
        <span>
          <span className={classes.unseen}>{t('signIn.as')} </span>
          {email}
        </span>
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          {t('signIn.change')}
        </Button>
      </div>
      {options.sso && (
        <div className={classes.form}>
          <SsoButton sso={options.sso} next={next} />
        </div>
      )}
      {offered('password') && (
        <>
          {options.sso && <Divider label={t('signIn.or')} my="md" />}
          <PasswordForm email={email} workspace={workspace} onStep={onStep} />
        </>
      )}
      {other && (
        <div className={classes.others}>
          {offered('password') && <Divider label={t('signIn.or')} />}
          <FormProblem error={byCode.error} at={byCode.submittedAt} />
          {offered('code') && (
            <Button
              variant="default"
              size="md"
              leftSection={<IconMail size={18} />}
              loading={byCode.isPending}
              onClick={() => byCode.mutate()}
            >
              {t('signIn.byCode')}
            </Button>
          )}
          {offered('passkey') && <PasskeyButton onStep={onStep} />}
          <ProviderButtons options={options} next={next} />
        </div>
      )}
    </>
  )
}

interface PasswordFormProps {
  email: string
  workspace: string
  onStep: (state: AuthState) => void
}

function PasswordForm({ email, workspace, onStep }: PasswordFormProps) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => signIn(email, password),
    onSuccess: onStep,
  })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    attempt.mutate()
  }

  const forgotten = new URLSearchParams({ email, ...(workspace ? { workspace } : {}) })
  return (
    <form className={classes.form} onSubmit={submit}>
      <FormProblem error={attempt.error} at={attempt.submittedAt} />
      <KnownUsername email={email} />
      <PasswordField value={password} onChange={setPassword} initial />
      <Button type="submit" size="md" loading={attempt.isPending}>
        {t('signIn.submit')}
      </Button>
      <a className={classes.link} href={`/password-reset?${forgotten.toString()}`}>
        {t('signIn.forgot')}
      </a>
    </form>
  )
}
