import { useNavigate } from '@tanstack/react-router'
import { SecurityScreen } from '@/features/accounts/security/SecurityScreen'
import { queryClient } from '../queryClient'

export default function SecurityRoute() {
  const navigate = useNavigate()
  return (
    <SecurityScreen
      onSignedOut={() => {
        queryClient.clear()
        void navigate({ to: '/sign-in' })
      }}
    />
  )
}
