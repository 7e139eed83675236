import { useSearch } from '@tanstack/react-router'
import { RegisterScreen } from '@/features/accounts/signin/RegisterScreen'
import { useEntrySteps } from '../entry'

export default function RegisterRoute() {
  const search = useSearch({ from: '/register' })
  const workspace = search.workspace ?? ''
  // A new account belongs to nothing yet: it joins the workspace that it registered for.
  const joining = `/join?${new URLSearchParams({ workspace }).toString()}`
  const { step } = useEntrySteps({ ...search, next: joining })
  const { signInAddress } = useEntrySteps(search)
  return <RegisterScreen workspace={workspace} signInAddress={signInAddress} onStep={step} />
}
