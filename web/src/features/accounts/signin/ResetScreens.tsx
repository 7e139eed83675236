/** A forgotten password: asking for the link, and choosing a new one behind it. */
import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { EmailField, KnownUsername, NewPasswordField } from '../fields'
import { FormProblem } from '../FormProblem'
import { checkResetKey, requestPasswordReset, resetPassword } from '../session'
import classes from '../Entry.module.css'

interface AskResetScreenProps {
  email: string
  signInAddress: string
}

export function AskResetScreen({ email: given, signInAddress }: AskResetScreenProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState(given)
  const request = useMutation({ mutationFn: () => requestPasswordReset(email.trim()) })
  const back = (
    <p className={classes.below}>
      <a className={classes.link} href={signInAddress}>
        {t('signIn.back')}
      </a>
    </p>
  )

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    request.mutate()
  }

  if (request.isSuccess) {
    return (
      <EntryLayout title={t('reset.sent')} text={t('reset.sentText', { email: email.trim() })}>
        <p className={classes.text}>{t('code.spam')}</p>
        {back}
      </EntryLayout>
    )
  }
  return (
    <EntryLayout title={t('reset.title')} text={t('reset.text')}>
      <form className={classes.form} onSubmit={submit}>
        <FormProblem error={request.error} at={request.submittedAt} />
        <EmailField value={email} onChange={setEmail} />
        <Button type="submit" size="md" loading={request.isPending}>
          {t('reset.submit')}
        </Button>
      </form>
      {back}
    </EntryLayout>
  )
}

interface ResetScreenProps {
  resetKey: string
  signInAddress: string
}

export function ResetScreen({ resetKey, signInAddress }: ResetScreenProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  const link = useQuery({
    queryKey: ['reset-link', resetKey],
    queryFn: () => checkResetKey(resetKey),
    retry: false,
    staleTime: Infinity,
  })
  const signInButton = (
    <Button component="a" href={signInAddress} size="md" fullWidth>
      {t('signIn.submit')}
    </Button>
  )

  if (done) {
    return (
      <EntryLayout title={t('reset.done')} text={t('reset.doneText')}>
        {signInButton}
      </EntryLayout>
    )
  }
  if (link.isPending) {
    return (
      <EntryLayout title={t('reset.newTitle')} text={t('common.loading')}>
        <Skeleton height={120} radius="md" />
      </EntryLayout>
    )
  }
  if (link.isError) return <LinkOver error={link.error} onRetry={() => void link.refetch()} />
  const text = link.data ? t('reset.newText', { email: link.data }) : t('reset.newTextNobody')
  return (
    <EntryLayout title={t('reset.newTitle')} text={text}>
      <NewPasswordForm resetKey={resetKey} email={link.data} onDone={() => setDone(true)} />
    </EntryLayout>
  )
}

function LinkOver({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const over = isProblem(error) && error.status >= 400 && error.status < 429
  if (!over) {
    return (
      <EntryLayout title={t('reset.newTitle')} text="">
        <ProblemNotice error={error} onRetry={onRetry} />
      </EntryLayout>
    )
  }
  return (
    <EntryLayout title={t('reset.over')} text={t('reset.overText')}>
      <Button component="a" href="/password-reset" size="md" fullWidth>
        {t('reset.again')}
      </Button>
    </EntryLayout>
  )
}

interface NewPasswordFormProps {
  resetKey: string
  email: string
  onDone: () => void
}

function NewPasswordForm({ resetKey, email, onDone }: NewPasswordFormProps) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const reset = useMutation({
    mutationFn: () => resetPassword(resetKey, password),
    onSuccess: onDone,
  })
  const fields = isProblem(reset.error) ? reset.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    reset.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {!fields.password && <FormProblem error={reset.error} at={reset.submittedAt} />}
      <KnownUsername email={email} />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        error={fields.password}
        about={[email]}
        initial
      />
      <Button type="submit" size="md" loading={reset.isPending}>
        {t('reset.newSubmit')}
      </Button>
    </form>
  )
}
