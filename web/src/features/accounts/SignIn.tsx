import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { Problem, isProblem } from '@/api/problem'
import type { DemoAccount } from '@/api/types'
import { useTranslation, type Translate } from '@/i18n'
import { EntryLayout } from './EntryLayout'
import { demoAccounts, signIn } from './session'
import classes from './Entry.module.css'

interface SignInProps {
  onSignedIn: () => void
}

/** A refusal without words of its own gets ours. */
function readable(error: unknown, t: Translate): unknown {
  if (!isProblem(error) || error.offline) return error
  if (error.status === 429) {
    return new Problem({ title: t('signIn.tooMany'), hint: t('signIn.tooManyHint') }, 429)
  }
  if (error.status >= 500) return error
  return new Problem({ title: t('signIn.mismatch'), hint: t('signIn.mismatchHint') }, error.status)
}

export function SignIn({ onSignedIn }: SignInProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const demo = useQuery({ queryKey: ['demo'], queryFn: demoAccounts, staleTime: Infinity })
  const attempt = useMutation({
    mutationFn: (given: { email: string; password: string }) => signIn(given.email, given.password),
    onSuccess: onSignedIn,
  })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    attempt.mutate({ email: email.trim(), password })
  }

  function chooseAccount(account: DemoAccount): void {
    setEmail(account.email)
    setPassword(account.password)
    attempt.mutate(account)
  }

  return (
    <EntryLayout title={t('signIn.title')} text={t('signIn.text')}>
      <form className={classes.form} onSubmit={submit}>
        {attempt.isError && <ProblemNotice error={readable(attempt.error, t)} />}
        <TextInput
          label={t('field.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('field.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
        />
        <Button type="submit" size="md" loading={attempt.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      {demo.data && demo.data.length > 0 && (
        <DemoAccounts accounts={demo.data} onChoose={chooseAccount} />
      )}
    </EntryLayout>
  )
}

interface DemoAccountsProps {
  accounts: DemoAccount[]
  onChoose: (account: DemoAccount) => void
}

function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoText')}</p>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className={classes.account} onClick={() => onChoose(account)}>
              <span>{account.name}</span>
              <span>{t(`role.${account.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
