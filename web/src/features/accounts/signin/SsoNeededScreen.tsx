import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { FormProblem } from '../FormProblem'
import { optionsQuery } from '../options'
import { signOut } from '../session'
import { SsoButton } from './OtherWays'
import { authQuery } from './Pending'
import classes from '../Entry.module.css'

interface SsoNeededScreenProps {
  workspace: string
  next: string
  onSignedOut: () => void
}

/** Signed in, but not by the identity provider that the workspace insists on. */
export function SsoNeededScreen({ workspace, next, onSignedOut }: SsoNeededScreenProps) {
  const { t } = useTranslation()
  const state = useQuery(authQuery)
  const email = state.data?.account?.email ?? ''
  const options = useQuery({ ...optionsQuery(workspace, email), enabled: state.isSuccess })
  const leave = useMutation({ mutationFn: signOut, onSuccess: onSignedOut })
  const sso = options.data?.sso
  const error = state.error ?? options.error
  return (
    <EntryLayout
      title={t('sso.title')}
      text={t('sso.text')}
      branding={options.data?.branding ?? null}
    >
      <div className={classes.form}>
        {error && <ProblemNotice error={error} />}
        {!error && !options.isSuccess && <Skeleton height={44} radius="md" />}
        {sso && <SsoButton sso={sso} next={next} />}
        {options.isSuccess && !sso && <p className={classes.text}>{t('sso.none')}</p>}
        <FormProblem error={leave.error} at={leave.submittedAt} />
        <Button
          variant="default"
          size="md"
          loading={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t('sso.other')}
        </Button>
      </div>
    </EntryLayout>
  )
}
