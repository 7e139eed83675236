import { useRouter, useSearch } from '@tanstack/react-router'
import { SignIn } from '@/features/accounts/SignIn'
import { queryClient } from '../queryClient'

/** Only an address of our own is worth going back to. */
function safeAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}

export default function SignInRoute() {
  const router = useRouter()
  const { next } = useSearch({ from: '/sign-in' })
  return (
    <SignIn
      onSignedIn={() => {
        queryClient.clear()
        router.history.push(safeAddress(next))
      }}
    />
  )
}
