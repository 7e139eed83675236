import { useNavigate, useSearch } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import { SsoScreen } from '@/features/sso/SsoScreen'
import { Reserved } from '../Reserved'

export default function SsoRoute() {
  const me = useMe()
  const navigate = useNavigate()
  const { connection, test } = useSearch({ from: '/signed-in/settings/sso' })
  if (!may(me, 'security.manage')) return <Reserved />
  return (
    <SsoScreen
      chosen={connection ?? null}
      test={test ?? null}
      onChoose={(id) =>
        void navigate({ to: '/settings/sso', search: id ? { connection: id } : {} })
      }
    />
  )
}
