import { useNavigate } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import { useStartPreview } from '@/api/roles'
import type { Member } from '@/api/types'
import { notifyProblem } from '@/components/notify'
import { AccessPanel } from '@/features/roles/AccessPanel'
import { MemberTools } from '@/features/admin/MemberTools'
import { MembersScreen } from '@/features/workspaces/MembersScreen'
import { useTranslation } from '@/i18n'
import { Reserved } from '../Reserved'

function renderAccess(member: Member, close: () => void) {
  const { name, email } = member.user
  return <AccessPanel key={member.id} memberId={member.id} name={name || email} onClose={close} />
}

export default function MembersRoute() {
  const me = useMe()
  const navigate = useNavigate()
  const { t } = useTranslation()
  // Here and not in the screen, which the guest whose view is seen may not open.
  const { mutate } = useStartPreview()
  const look = ({ id }: Member) =>
    mutate(id, {
      onSuccess: () => void navigate({ to: '/' }),
      onError: (error) => notifyProblem(error, t),
    })
  if (!may(me, 'members.read')) return <Reserved />
  return (
    <MembersScreen
      ownId={me.member.id}
      canManage={may(me, 'members.manage')}
      canSeeCompanies={may(me, 'companies.read')}
      canAddCompanies={may(me, 'companies.manage')}
      canSecure={may(me, 'security.manage')}
      tools={<MemberTools />}
      renderAccess={renderAccess}
      onPreview={look}
    />
  )
}
