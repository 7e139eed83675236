import { useSearch } from '@tanstack/react-router'
import { JoinScreen } from '@/features/accounts/signin/JoinScreen'
import { useEntrySteps } from '../entry'

export default function JoinRoute() {
  const search = useSearch({ from: '/join' })
  const { enter, leave } = useEntrySteps(search)
  return <JoinScreen workspace={search.workspace ?? ''} onJoined={enter} onSignedOut={leave} />
}
