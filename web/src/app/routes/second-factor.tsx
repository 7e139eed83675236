import { useSearch } from '@tanstack/react-router'
import { SecondFactorScreen } from '@/features/accounts/signin/SecondFactorScreen'
import { useEntrySteps } from '../entry'

export default function SecondFactorRoute() {
  const { step, signInAddress } = useEntrySteps(useSearch({ from: '/sign-in/second-factor' }))
  return <SecondFactorScreen restart={signInAddress} onStep={step} />
}
