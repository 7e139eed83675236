import { may, useMe } from '@/api/me'
import { WorkspaceScreen } from '@/features/admin/WorkspaceScreen'
import { Reserved } from '../Reserved'

export default function WorkspaceRoute() {
  return may(useMe(), 'workspace.export') ? <WorkspaceScreen /> : <Reserved />
}
