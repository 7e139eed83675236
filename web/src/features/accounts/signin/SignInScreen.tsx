import { Button, Divider } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import type { DemoAccount } from '@/api/types'
import { IconBack } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { EmailField } from '../fields'
import { FormProblem } from '../FormProblem'
import { goToProvider, optionsQuery, type SignInOptions } from '../options'
import { demoAccounts, signIn } from '../session'
import { DemoAccounts } from './DemoAccounts'
import { PasskeyButton, ProviderButtons, RegisterLink } from './OtherWays'
import { PasswordStep } from './PasswordStep'
import { usePasskeySuggestions } from './usePasskeySuggestions'
import { isFirstLeave } from './leaving'
import classes from '../Entry.module.css'

interface SignInScreenProps {
  workspace: string
  next: string
  /** The session became too old: whose it was. */
  again?: string | null
  onStep: (state: AuthState, email: string) => void
}

interface Chosen {
  email: string
  options: SignInOptions
}

/** The address first; then what it may sign in with. */
export function SignInScreen({ workspace, next, again = null, onStep }: SignInScreenProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState(again ?? '')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const general = useQuery(optionsQuery(workspace))
  const branding = general.data?.branding ?? null
  const title = branding
    ? (branding.title ?? t('signIn.to', { workspace: branding.name }))
    : t('signIn.title')
  const [byPassword, setByPassword] = useState(false)
  const leaving = chosen?.options.sso?.enforced && !byPassword ? chosen.options.sso : null

  if (leaving) {
    return (
      <EntryLayout
        title={t('signIn.leaving')}
        text={t('signIn.leavingText', { name: leaving.name })}
        branding={branding}
      >
        <div className={classes.form}>
          <Button size="md" onClick={() => goToProvider(leaving, next)}>
            {t('signIn.leavingGo')}
          </Button>
          <Button variant="default" size="md" onClick={() => setByPassword(true)}>
            {t('signIn.emergency')}
          </Button>
          <BackButton onClick={() => setChosen(null)} />
        </div>
      </EntryLayout>
    )
  }
  return (
    <EntryLayout
      title={title}
      text={again ? t('signIn.again') : (branding?.text ?? t('signIn.text'))}
      branding={branding}
    >
      {chosen ? (
        <PasswordStep
          {...chosen}
          next={next}
          workspace={workspace}
          onStep={(state) => onStep(state, chosen.email)}
          onBack={() => setChosen(null)}
        />
      ) : (
        <AddressStep
          email={email}
          onEmail={setEmail}
          workspace={workspace}
          next={next}
          general={general.data}
          onStep={onStep}
          onChosen={(given) => {
            setChosen(given)
            setByPassword(false)
            const { sso } = given.options
            if (sso?.enforced && isFirstLeave(sso.id)) goToProvider(sso, next)
          }}
        />
      )}
    </EntryLayout>
  )
}

function BackButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="subtle" leftSection={<IconBack size={16} />} onClick={onClick}>
      {t('signIn.change')}
    </Button>
  )
}

interface AddressStepProps {
  email: string
  onEmail: (email: string) => void
  workspace: string
  next: string
  general: SignInOptions | undefined
  onStep: (state: AuthState, email: string) => void
  onChosen: (chosen: Chosen) => void
}

function AddressStep(props: AddressStepProps) {
  const { email, onEmail, workspace, next, general, onStep, onChosen } = props
  const { t } = useTranslation()
  const choose = useChoice(workspace, onChosen)
  const demo = useQuery({ queryKey: ['demo'], queryFn: demoAccounts, staleTime: Infinity })
  const enter = useMutation({
    mutationFn: (account: DemoAccount) => signIn(account.email, account.password),
    onSuccess: (state, account) => onStep(state, account.email),
  })
  const passkeys = general?.methods.includes('passkey') ?? false
  usePasskeySuggestions(passkeys, (state) => onStep(state, ''))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    choose.mutate(email.trim())
  }

  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        <FormProblem
          error={choose.error ?? enter.error}
          at={Math.max(choose.submittedAt, enter.submittedAt)}
        />
        <EmailField value={email} onChange={onEmail} autoComplete="username webauthn" />
        <Button type="submit" size="md" loading={choose.isPending}>
          {t('signIn.continue')}
        </Button>
      </form>
      {general && (passkeys || general.providers.length > 0) && (
        <div className={classes.others}>
          <Divider label={t('signIn.or')} />
          <ProviderButtons options={general} next={next} />
          {passkeys && <PasskeyButton onStep={(state) => onStep(state, '')} />}
        </div>
      )}
      {general && <RegisterLink options={general} workspace={workspace} />}
      {demo.data && demo.data.length > 0 && (
        <DemoAccounts accounts={demo.data} onChoose={enter.mutate} />
      )}
    </>
  )
}

function useChoice(workspace: string, onChosen: (chosen: Chosen) => void) {
  return useMutation({
    mutationFn: async (email: string, { client }) => ({
      email,
      options: await client.query(optionsQuery(workspace, email)),
    }),
    onSuccess: onChosen,
  })
}
