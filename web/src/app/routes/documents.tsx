import { may, useMe } from '@/api/me'
import { DocumentsScreen } from '@/features/knowledge/list/DocumentsScreen'
import { Reserved } from '../Reserved'

export default function DocumentsRoute() {
  const me = useMe()
  if (!may(me, 'documents.read')) return <Reserved />
  return <DocumentsScreen canManage={may(me, 'documents.manage')} />
}
