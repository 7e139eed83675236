import { useSearch } from '@tanstack/react-router'
import { SignInScreen } from '@/features/accounts/signin/SignInScreen'
import { addressInProgress, safeAddress, useEntrySteps } from '../entry'

export default function SignInRoute() {
  const search = useSearch({ from: '/sign-in' })
  const { step } = useEntrySteps(search)
  return (
    <SignInScreen
      workspace={search.workspace ?? ''}
      next={safeAddress(search.next)}
      again={search.again ? addressInProgress() : null}
      onStep={step}
    />
  )
}
