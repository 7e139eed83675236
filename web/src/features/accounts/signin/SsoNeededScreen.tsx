import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { Me } from '@/api/types'
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
        <OpenWorkspaces />
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

/** The person's other workspaces, which this sign-in opens as it is. */
function OpenWorkspaces() {
  const { t } = useTranslation()
  const mine = useQuery({
    queryKey: ['my-workspaces'],
    queryFn: () => api.get<{ items: Me['workspaces'] }>('/me/workspaces'),
    retry: false,
  })
  const open = useMutation({
    mutationFn: (id: string) => api.put<undefined>('/me/workspace', { workspace_id: id }),
    onSuccess: () => window.location.assign('/'),
  })
  return (
    <>
      <FormProblem error={open.error} at={open.submittedAt} />
      {mine.data?.items
        .filter(({ needs }) => needs === '')
        .map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            size="md"
            loading={open.isPending && open.variables === id}
            onClick={() => open.mutate(id)}
          >
            {t('sso.open', { name })}
          </Button>
        ))}
    </>
  )
}
