import { useSearch } from '@tanstack/react-router'
import { SsoNeededScreen } from '@/features/accounts/signin/SsoNeededScreen'
import { safeAddress, useEntrySteps } from '../entry'

export default function SsoNeededRoute() {
  const search = useSearch({ from: '/sso-needed' })
  const { leave } = useEntrySteps(search)
  return (
    <SsoNeededScreen
      workspace={search.workspace ?? ''}
      next={safeAddress(search.next)}
      onSignedOut={leave}
    />
  )
}
