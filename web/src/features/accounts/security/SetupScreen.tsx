import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPasskey, IconPhone } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { FormProblem } from '../FormProblem'
import { signOut } from '../session'
import { passkeysAvailable } from '../webauthn'
import { accountQuery, unseenCodes } from './account'
import { AddKeyDialog } from './KeyDialogs'
import { RecoveryCodesList } from './RecoveryCodes'
import { TotpSetup } from './TotpDialog'
import entry from '../Entry.module.css'
import classes from './Security.module.css'

interface SetupScreenProps {
  onDone: () => void
  onSignedOut: () => void
}

/** The workspace asks for a second factor: one is set up here, then the way is free. */
export function SetupScreen({ onDone, onSignedOut }: SetupScreenProps) {
  const { t } = useTranslation()
  const state = useQuery(accountQuery)
  const codes = useMutation({ mutationFn: unseenCodes })
  if (codes.isSuccess) {
    return (
      <EntryLayout title={t('setup.done')} text={t('setup.doneText')}>
        <div className={entry.form}>
          {codes.data.length > 0 && (
            <RecoveryCodesList codes={codes.data} email={state.data?.account?.email ?? ''} />
          )}
          <Button size="md" onClick={onDone}>
            {t('setup.go')}
          </Button>
        </div>
      </EntryLayout>
    )
  }
  return (
    <EntryLayout title={t('setup.title')} text={t('setup.text')}>
      {state.isPending && <Skeleton height={160} radius="md" />}
      {state.isError && <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && !state.data.account && (
        <Button component="a" href="/sign-in" size="md" fullWidth>
          {t('signIn.back')}
        </Button>
      )}
      <FormProblem error={codes.error} at={codes.submittedAt} />
      {state.data?.account && <Choice onSet={() => codes.mutate()} onSignedOut={onSignedOut} />}
    </EntryLayout>
  )
}

interface ChoiceProps {
  onSet: () => void
  onSignedOut: () => void
}

function Choice({ onSet, onSignedOut }: ChoiceProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'app' | 'key' | null>(null)
  const leave = useMutation({ mutationFn: signOut, onSuccess: onSignedOut })
  if (way === 'app') return <TotpSetup onDone={onSet} onClose={() => setWay(null)} />
  return (
    <div className={entry.form}>
      {passkeysAvailable() && (
        <button type="button" className={classes.choice} onClick={() => setWay('key')}>
          <span className={classes.icon} aria-hidden>
            <IconPasskey size={18} />
          </span>
          <span className={classes.words}>
            <span className={classes.name}>
              {t('security.keyPasskey')}{' '}
              <span className={classes.badge}>{t('setup.recommended')}</span>
            </span>
            <span className={classes.detail}>{t('setup.keyText')}</span>
          </span>
        </button>
      )}
      <button type="button" className={classes.choice} onClick={() => setWay('app')}>
        <span className={classes.icon} aria-hidden>
          <IconPhone size={18} />
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{t('security.app')}</span>
          <span className={classes.detail}>{t('setup.appText')}</span>
        </span>
      </button>
      <FormProblem error={leave.error} at={leave.submittedAt} />
      <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('user.signOut')}
      </Button>
      {way === 'key' && (
        <AddKeyDialog
          passkey
          onClose={() => setWay(null)}
          onDone={() => {
            setWay(null)
            onSet()
          }}
        />
      )}
    </div>
  )
}
