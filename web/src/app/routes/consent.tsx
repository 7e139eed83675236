import { useSearch } from '@tanstack/react-router'
import { ConsentScreen } from '@/features/oauth/ConsentScreen'

/** Nothing of the request stays in the history behind the application's own page. */
const leave = (location: string) => window.location.replace(location)

export default function ConsentRoute() {
  const { request } = useSearch({ from: '/oauth/consent' })
  return <ConsentScreen request={request} leave={leave} />
}
