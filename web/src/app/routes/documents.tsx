import { may, useMe } from '@/api/me'
import AskAbout from '@/features/assistant/context/AskAbout'
import { DocumentsScreen } from '@/features/knowledge/list/DocumentsScreen'
import { ReadersPanel } from '@/features/roles/ReadersPanel'
import { useOffline } from '@/offline/useOffline'
import { Reserved } from '../Reserved'

const renderReaders = (documentId: string) => (
  <ReadersPanel key={documentId} documentId={documentId} />
)

const renderAsk = () => <AskAbout />

export default function DocumentsRoute() {
  const me = useMe()
  const offline = useOffline()
  if (!may(me, 'documents.read')) return <Reserved />
  // What can't reach the server isn't offered.
  const canManage = may(me, 'documents.manage') && !offline
  return (
    <DocumentsScreen
      canManage={canManage}
      renderReaders={canManage && may(me, 'members.read') ? renderReaders : undefined}
      renderAsk={may(me, 'answers.ask') ? renderAsk : undefined}
    />
  )
}
