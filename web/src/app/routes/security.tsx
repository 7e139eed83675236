import { useNavigate } from '@tanstack/react-router'
import { SecurityScreen } from '@/features/accounts/security/SecurityScreen'
import { forgetPerson } from '../queryClient'

export default function SecurityRoute() {
  const navigate = useNavigate()

  async function leave(): Promise<void> {
    await navigate({ to: '/sign-in' })
    forgetPerson()
  }

  return <SecurityScreen onSignedOut={() => void leave()} />
}
