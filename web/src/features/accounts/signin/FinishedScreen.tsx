import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { tellConfirmed } from '../providerWindow'
import { authQuery } from './Pending'

interface FinishedScreenProps {
  /** Why the provider's sign-in came to nothing; empty when it succeeded. */
  error: string
  /** Opened to confirm who is there, beside a window that waits for it. */
  confirmed: boolean
  signInAddress: string
  onStep: (state: AuthState) => void
}

/** Back from an identity provider: on to where the person wanted to go, or why not. */
export function FinishedScreen(props: FinishedScreenProps) {
  const { error, confirmed, signInAddress, onStep } = props
  if (error) return <Failed code={error} signInAddress={signInAddress} />
  if (confirmed) return <Confirmed />
  return <GoingOn onStep={onStep} />
}

function GoingOn({ onStep }: Pick<FinishedScreenProps, 'onStep'>) {
  const { t } = useTranslation()
  const state = useQuery(authQuery)
  const step = useEffectEvent(onStep)
  useEffect(() => {
    if (state.data) step(state.data)
  }, [state.data])
  return (
    <EntryLayout title={t('finished.title')} text={t('finished.text')}>
      {state.isError ? (
        <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />
      ) : (
        <Loader size="sm" />
      )}
    </EntryLayout>
  )
}

function Confirmed() {
  const { t } = useTranslation()
  useEffect(tellConfirmed, [])
  return <EntryLayout title={t('finished.confirmed')} text={t('finished.confirmedText')} />
}

interface Refusal {
  fr: { title: string; hint: string }
  en: { title: string; hint: string }
}

interface FailedProps {
  code: string
  signInAddress: string
}

function Failed({ code, signInAddress }: FailedProps) {
  const { t, language } = useTranslation()
  const words = useQuery({
    queryKey: ['sign-in-refusal', code],
    queryFn: () => api.get<Refusal>('/sign-in/refusal', { code }),
    retry: false,
  })
  const told = words.data?.[language] ?? { title: '', hint: t('finished.reference', { code }) }
  return (
    <EntryLayout title={t('finished.failed')} text={t('finished.failedText')}>
      {!words.isPending && <ProblemNotice error={new Problem({ ...told, code }, 403)} />}
      <Button component="a" href={signInAddress} size="md" fullWidth mt="lg">
        {t('signIn.back')}
      </Button>
    </EntryLayout>
  )
}
