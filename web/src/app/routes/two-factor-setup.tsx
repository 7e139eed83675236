import { useSearch } from '@tanstack/react-router'
import { SetupScreen } from '@/features/accounts/security/SetupScreen'
import { useEntrySteps } from '../entry'

export default function TwoFactorSetupRoute() {
  const { enter, leave } = useEntrySteps(useSearch({ from: '/two-factor-setup' }))
  return <SetupScreen onDone={enter} onSignedOut={leave} />
}
