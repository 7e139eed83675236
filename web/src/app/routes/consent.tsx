import { useNavigate, useSearch } from '@tanstack/react-router'
import { signOut } from '@/features/accounts/session'
import { ConsentScreen } from '@/features/oauth/ConsentScreen'
import { forgetPerson } from '../queryClient'

/** Nothing of the request stays in the history behind the application's own page. */
const leave = (location: string) => window.location.replace(location)

export default function ConsentRoute() {
  const { request } = useSearch({ from: '/oauth/consent' })
  const navigate = useNavigate()

  /** The question waits behind the next sign-in. */
  async function leaveAccount(): Promise<void> {
    const next = window.location.pathname + window.location.search
    await signOut()
    await navigate({ to: '/sign-in', search: { next } })
    forgetPerson()
  }

  return <ConsentScreen request={request} leave={leave} signOut={leaveAccount} />
}
