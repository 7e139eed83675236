import { Button, Loader, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import type { InvitationLookup } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from './EntryLayout'
import { NewPasswordField } from './fields'
import { acceptInvitation, signIn } from './session'
import classes from './Entry.module.css'

interface AcceptInvitationProps {
  token: string
  onStep: (state: AuthState, email: string) => void
}

export function AcceptInvitation({ token, onStep }: AcceptInvitationProps) {
  const { t } = useTranslation()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.get<InvitationLookup>('/invitations/lookup', { token }),
    retry: false,
  })

  if (invitation.isPending) {
    return (
      <EntryLayout title={t('invitation.title')} text={t('common.loading')}>
        <Loader size="sm" />
      </EntryLayout>
    )
  }
  if (invitation.isError) {
    return (
      <EntryLayout title={t('invitation.title')} text={t('invitation.invalid')}>
        <ProblemNotice error={invitation.error} />
        <Button component="a" href="/sign-in" variant="default" mt="md">
          {t('signIn.submit')}
        </Button>
      </EntryLayout>
    )
  }
  const { workspace, email, looks } = invitation.data
  return (
    <EntryLayout
      title={t('invitation.join', { workspace })}
      text={t('invitation.text')}
      branding={looks}
    >
      <AcceptForm token={token} email={email} onStep={onStep} />
    </EntryLayout>
  )
}

function AcceptForm({ token, email, onStep }: AcceptInvitationProps & { email: string }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: async () => {
      await acceptInvitation(token, name.trim(), password)
      return signIn(email, password)
    },
    onSuccess: (state) => onStep(state, email),
  })
  const fields = isProblem(accept.error) ? accept.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    accept.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {accept.isError && <ProblemNotice error={accept.error} kept={t('invitation.kept')} />}
      <TextInput
        label={t('field.email')}
        value={email}
        readOnly
        autoComplete="username"
        size="md"
      />
      <TextInput
        label={t('field.name')}
        autoComplete="name"
        required
        withAsterisk={false}
        size="md"
        value={name}
        error={fields.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        error={fields.password}
        about={[name, email]}
      />
      <Button type="submit" size="md" loading={accept.isPending}>
        {t('invitation.submit')}
      </Button>
    </form>
  )
}
