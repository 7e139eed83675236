import { useParams } from '@tanstack/react-router'
import { ResetScreen } from '@/features/accounts/signin/ResetScreens'

export default function PasswordResetKeyRoute() {
  const { key } = useParams({ from: '/password-reset/$key' })
  return <ResetScreen resetKey={key} signInAddress="/sign-in" />
}
