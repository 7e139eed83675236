import { Button, Divider, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type SubmitEvent } from 'react'
import { IconPasskey } from '@/components/icons'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { CodeField, KnownUsername, PasswordField } from './fields'
import { FormProblem } from './FormProblem'
import { onConfirmedElsewhere, openProvider } from './providerWindow'
import { confirmation, signOut } from './session'
import { answerStepUp } from './stepUp'
import { meansQuery, type Means } from './stepUpMeans'
import classes from './Entry.module.css'

/** "Confirm that it is you", by whatever this person can prove it with. */
export default function StepUpDialog() {
  const { t } = useTranslation()
  const means = useQuery(meansQuery)
  return (
    <Modal
      opened
      onClose={() => answerStepUp(false)}
      withCloseButton={false}
      zIndex={400}
      // It may stand over another dialog, whose header is a landmark already.
      attributes={{ content: { 'aria-label': t('stepUp.title') } }}
    >
      <h2 className={classes.dialogTitle}>{t('stepUp.title')}</h2>
      <Text size="sm" c="dimmed" mb="md">
        {t('stepUp.text')}
      </Text>
      {means.isPending && <Skeleton height={120} radius="md" />}
      {means.isError && <ProblemNotice error={means.error} onRetry={() => void means.refetch()} />}
      {means.data && <Ways means={means.data} />}
    </Modal>
  )
}

function Ways({ means }: { means: Means }) {
  const { t } = useTranslation()
  if (means.provider) return <ByProvider provider={means.provider} />
  if (!means.password && !means.code && !means.key) return <BySigningIn />
  return (
    <Stack gap="md">
      {means.code && <ByCode />}
      {means.password && <ByPassword email={means.email} />}
      {means.code && means.key && <Divider label={t('signIn.or')} />}
      {means.key && <ByKey />}
    </Stack>
  )
}

function ByKey() {
  const { t } = useTranslation()
  const key = useMutation({ mutationFn: confirmation.key, onSuccess: () => answerStepUp(true) })
  return (
    <>
      <FormProblem error={key.error} at={key.submittedAt} />
      <Button
        variant="default"
        leftSection={<IconPasskey size={16} />}
        loading={key.isPending}
        onClick={() => key.mutate()}
      >
        {t('stepUp.key')}
      </Button>
    </>
  )
}

function ByPassword({ email }: { email: string }) {
  const [password, setPassword] = useState('')
  const confirm = useMutation({
    mutationFn: confirmation.password,
    onSuccess: () => answerStepUp(true),
  })
  return (
    <ProofForm pending={confirm.isPending} onSubmit={() => confirm.mutate(password)}>
      <FormProblem error={confirm.error} at={confirm.submittedAt} />
      <KnownUsername email={email} />
      <PasswordField value={password} onChange={setPassword} initial size="sm" />
    </ProofForm>
  )
}

function ByCode() {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: confirmation.code,
    onSuccess: () => answerStepUp(true),
  })
  return (
    <ProofForm pending={confirm.isPending} onSubmit={() => confirm.mutate(code)}>
      <FormProblem error={confirm.error} at={confirm.submittedAt} />
      <CodeField
        value={code}
        onChange={setCode}
        description={t('factor.codeHint')}
        initial
        size="sm"
      />
    </ProofForm>
  )
}

interface ProofFormProps {
  pending: boolean
  onSubmit: () => void
  children: React.ReactNode
}

function ProofForm({ pending, onSubmit, children }: ProofFormProps) {
  const { t } = useTranslation()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answerStepUp(false)}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={pending}>
          {t('stepUp.submit')}
        </Button>
      </Group>
    </form>
  )
}

/** The identity provider asks again in a window of its own; this one keeps what was being done. */
function ByProvider({ provider }: { provider: NonNullable<Means['provider']> }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  useEffect(() => onConfirmedElsewhere(() => answerStepUp(true)), [])
  return (
    <Stack gap="md">
      <Text size="sm">{t('stepUp.provider', { name: provider.name })}</Text>
      {opened && (
        <Text size="sm" role="status">
          {t('stepUp.providerWaiting')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answerStepUp(false)}>
          {t('common.cancel')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            openProvider(provider)
            setOpened(true)
          }}
        >
          {t('signIn.with', { name: provider.name })}
        </Button>
      </Group>
    </Stack>
  )
}

/** Somebody without password or factor proves who they are by signing in anew. */
function BySigningIn() {
  const { t } = useTranslation()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      const next = window.location.pathname + window.location.search
      window.location.assign(`/sign-in?${new URLSearchParams({ next }).toString()}`)
    },
  })
  return (
    <Stack gap="md">
      <Text size="sm">{t('stepUp.signInAgain')}</Text>
      <FormProblem error={leave.error} at={leave.submittedAt} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answerStepUp(false)}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('stepUp.signInAgainSubmit')}
        </Button>
      </Group>
    </Stack>
  )
}
