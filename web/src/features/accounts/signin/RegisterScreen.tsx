import { Button, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { Problem, isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { EmailField, NewPasswordField } from '../fields'
import { FormProblem } from '../FormProblem'
import { optionsQuery } from '../options'
import { register } from '../session'
import classes from '../Entry.module.css'

interface RegisterScreenProps {
  workspace: string
  signInAddress: string
  onStep: (state: AuthState, email: string) => void
}

/** A new account for a workspace that lets people register. */
export function RegisterScreen({ workspace, signInAddress, onStep }: RegisterScreenProps) {
  const { t } = useTranslation()
  const options = useQuery(optionsQuery(workspace))
  const branding = options.data?.branding ?? null
  const title = branding
    ? t('register.titleFor', { workspace: branding.name })
    : t('register.title')
  const back = (
    <p className={classes.below}>
      {t('signIn.have')}{' '}
      <a className={classes.link} href={signInAddress}>
        {t('signIn.submit')}
      </a>
    </p>
  )

  if (options.isPending) {
    return (
      <EntryLayout title={title} text={t('common.loading')}>
        <Skeleton height={240} radius="md" />
      </EntryLayout>
    )
  }
  if (options.isError) {
    return (
      <EntryLayout title={title} text="">
        <ProblemNotice error={options.error} onRetry={() => void options.refetch()} />
      </EntryLayout>
    )
  }
  if (!workspace || options.data.registration === 'invitation') {
    return (
      <EntryLayout title={t('register.closed')} text={t('register.closedText')} branding={branding}>
        {back}
      </EntryLayout>
    )
  }
  const byDomain = options.data.registration === 'domain'
  return (
    <EntryLayout
      title={title}
      text={byDomain ? t('register.domain') : t('register.text')}
      branding={branding}
    >
      <RegisterForm workspace={workspace} onStep={onStep} />
      {back}
    </EntryLayout>
  )
}

/** 403 has no words of its own: the workspace does not let this address in. */
function refusal(error: unknown, title: string, hint: string): unknown {
  return isProblem(error) && error.status === 403 && !error.message
    ? new Problem({ title, hint }, 403)
    : error
}

function RegisterForm({ workspace, onStep }: Pick<RegisterScreenProps, 'workspace' | 'onStep'>) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => register({ name: name.trim(), email: email.trim(), password, workspace }),
    onSuccess: (state) => onStep(state, email.trim()),
  })
  const fields = isProblem(attempt.error) ? attempt.error.fields : {}
  const error = refusal(attempt.error, t('register.refused'), t('register.refusedHint'))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    attempt.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {Object.keys(fields).length === 0 && (
        <FormProblem error={error} at={attempt.submittedAt} kept={t('invitation.kept')} />
      )}
      <TextInput
        label={t('field.name')}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={200}
        size="md"
        value={name}
        error={fields.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <EmailField value={email} onChange={setEmail} error={fields.email} />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        error={fields.password}
        about={[name, email]}
      />
      <Button type="submit" size="md" loading={attempt.isPending}>
        {t('register.submit')}
      </Button>
    </form>
  )
}
