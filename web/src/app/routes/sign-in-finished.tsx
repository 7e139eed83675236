import { useSearch } from '@tanstack/react-router'
import { FinishedScreen } from '@/features/accounts/signin/FinishedScreen'
import { useEntrySteps } from '../entry'

export default function SignInFinishedRoute() {
  const search = useSearch({ from: '/sign-in/finished' })
  const { step, signInAddress } = useEntrySteps(search)
  return (
    <FinishedScreen
      error={search.error ?? ''}
      confirmed={search.confirmed ?? false}
      signInAddress={signInAddress}
      onStep={step}
    />
  )
}
