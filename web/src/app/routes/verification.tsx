import { useParams, useSearch } from '@tanstack/react-router'
import { VerifyScreen } from '@/features/accounts/signin/VerifyScreen'
import { addressInProgress, entryAddress, useEntrySteps } from '../entry'

export default function VerificationRoute() {
  const search = useSearch({ strict: false })
  const { key = '' } = useParams({ strict: false })
  const { step, signInAddress } = useEntrySteps(search)
  const restart = search.workspace
    ? entryAddress('/register', { workspace: search.workspace })
    : signInAddress
  return <VerifyScreen email={addressInProgress()} code={key} restart={restart} onStep={step} />
}
