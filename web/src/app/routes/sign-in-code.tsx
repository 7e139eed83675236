import { useSearch } from '@tanstack/react-router'
import { CodeScreen } from '@/features/accounts/signin/CodeScreen'
import { addressInProgress, useEntrySteps } from '../entry'

export default function SignInCodeRoute() {
  const { step, signInAddress } = useEntrySteps(useSearch({ from: '/sign-in/code' }))
  return <CodeScreen email={addressInProgress()} restart={signInAddress} onStep={step} />
}
