import { useNavigate } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import type { Member } from '@/api/types'
import { AccessPanel } from '@/features/roles/AccessPanel'
import { MembersScreen } from '@/features/workspaces/MembersScreen'
import { Reserved } from '../Reserved'

function renderAccess(member: Member, close: () => void) {
  const { name, email } = member.user
  return <AccessPanel key={member.id} memberId={member.id} name={name || email} onClose={close} />
}

export default function MembersRoute() {
  const me = useMe()
  const navigate = useNavigate()
  if (!may(me, 'members.read')) return <Reserved />
  return (
    <MembersScreen
      ownId={me.member.id}
      canManage={may(me, 'members.manage')}
      canSeeCompanies={may(me, 'companies.read')}
      canAddCompanies={may(me, 'companies.manage')}
      renderAccess={renderAccess}
      onPreview={() => void navigate({ to: '/' })}
    />
  )
}
