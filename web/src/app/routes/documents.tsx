import { may, useMe } from '@/api/me'
import { DocumentsScreen } from '@/features/knowledge/list/DocumentsScreen'
import { ReadersPanel } from '@/features/roles/ReadersPanel'
import { Reserved } from '../Reserved'

const renderReaders = (documentId: string) => (
  <ReadersPanel key={documentId} documentId={documentId} />
)

export default function DocumentsRoute() {
  const me = useMe()
  if (!may(me, 'documents.read')) return <Reserved />
  const canManage = may(me, 'documents.manage')
  return (
    <DocumentsScreen
      canManage={canManage}
      renderReaders={canManage && may(me, 'members.read') ? renderReaders : undefined}
    />
  )
}
