import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { isProblem, Problem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { FormProblem } from '../FormProblem'
import { optionsQuery } from '../options'
import { joinWorkspace, signOut } from '../session'
import { authQuery } from './Pending'
import classes from '../Entry.module.css'

interface JoinScreenProps {
  workspace: string
  onJoined: () => void
  onSignedOut: () => void
}

/** Signed in, and member of nothing: a workspace may let the person in, or somebody invites them. */
export function JoinScreen({ workspace, onJoined, onSignedOut }: JoinScreenProps) {
  const { t } = useTranslation()
  const state = useQuery(authQuery)
  const email = state.data?.account?.email ?? ''
  const options = useQuery(optionsQuery(workspace))
  const join = useMutation({ mutationFn: () => joinWorkspace(workspace), onSuccess: onJoined })
  const leave = useMutation({ mutationFn: signOut, onSuccess: onSignedOut })
  const branding = options.data?.branding ?? null
  const open = workspace !== '' && options.data?.registration !== 'invitation'

  if (state.isPending || options.isPending) {
    return (
      <EntryLayout title={t('finished.title')} text={t('common.loading')}>
        <Skeleton height={44} radius="md" />
      </EntryLayout>
    )
  }
  const error = state.error ?? options.error
  return (
    <EntryLayout
      title={
        open ? t('join.titleFor', { workspace: branding?.name ?? workspace }) : t('join.title')
      }
      text={open ? t('join.textFor', { email }) : t('join.text', { email })}
      branding={branding}
    >
      <div className={classes.form}>
        {error && <ProblemNotice error={error} />}
        <FormProblem
          error={refusal(join.error, t('join.refused'), t('join.refusedHint'))}
          at={join.submittedAt}
        />
        {open && (
          <Button size="md" loading={join.isPending} onClick={() => join.mutate()}>
            {t('join.submit')}
          </Button>
        )}
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

/** What has no words of its own: the workspace does not let this address in. */
function refusal(error: unknown, title: string, hint: string): unknown {
  return isProblem(error) && !error.message && !error.offline
    ? new Problem({ title, hint }, error.status)
    : error
}
