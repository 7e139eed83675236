import { useSearch } from '@tanstack/react-router'
import { AskResetScreen } from '@/features/accounts/signin/ResetScreens'
import { useEntrySteps } from '../entry'

export default function PasswordResetRoute() {
  const search = useSearch({ from: '/password-reset' })
  const { signInAddress } = useEntrySteps(search)
  return <AskResetScreen email={search.email ?? ''} signInAddress={signInAddress} />
}
