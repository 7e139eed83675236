import { useParams } from '@tanstack/react-router'
import { AcceptInvitation } from '@/features/accounts/AcceptInvitation'
import { useEntrySteps } from '../entry'

export default function InvitationRoute() {
  const { token } = useParams({ from: '/invitation/$token' })
  const { step } = useEntrySteps({})
  return <AcceptInvitation token={token} onStep={step} />
}
