import { may, useMe } from '@/api/me'
import { MembersScreen } from '@/features/workspaces/MembersScreen'
import { Reserved } from '../Reserved'

export default function MembersRoute() {
  const me = useMe()
  if (!may(me, 'members.read')) return <Reserved />
  return (
    <MembersScreen
      ownId={me.member.id}
      canManage={may(me, 'members.manage')}
      canSeeCompanies={may(me, 'companies.read')}
      canAddCompanies={may(me, 'companies.manage')}
    />
  )
}
