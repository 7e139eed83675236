import { useNavigate, useParams } from '@tanstack/react-router'
import { AcceptInvitation } from '@/features/accounts/AcceptInvitation'
import { queryClient } from '../queryClient'

export default function InvitationRoute() {
  const { token } = useParams({ from: '/invitation/$token' })
  const navigate = useNavigate()
  return (
    <AcceptInvitation
      token={token}
      onSignedIn={() => {
        queryClient.clear()
        void navigate({ to: '/' })
      }}
    />
  )
}
