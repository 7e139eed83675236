import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, lazy, useCallback } from 'react'
import { may, useMe } from '@/api/me'
import { AssistantScreen, type SourcePlace } from '@/features/assistant/AssistantScreen'
import { ReadersPanel } from '@/features/roles/ReadersPanel'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { SidePanel } from '@/components/SidePanel'

const DocumentViewer = lazy(() => import('@/features/knowledge/viewer/DocumentViewer'))

function Source({ place, close }: { place: SourcePlace; close: () => void }) {
  const me = useMe()
  return (
    <SidePanel title={place.title} onClose={close}>
      {may(me, 'documents.manage') && may(me, 'members.read') && (
        <ReadersPanel key={place.document_id} documentId={place.document_id} />
      )}
      <Suspense fallback={<ViewerSkeleton />}>
        <DocumentViewer
          key={`${place.document_id}/${place.passage_id}`}
          documentId={place.document_id}
          passageId={place.passage_id}
          path={place.path}
          page={place.page}
          quote={place.quote ?? ''}
        />
      </Suspense>
    </SidePanel>
  )
}

function renderSource(place: SourcePlace, close: () => void) {
  return <Source place={place} close={close} />
}

export default function AssistantRoute() {
  const me = useMe()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  const onConversation = useCallback(
    (id: string) => {
      void navigate({
        to: '/conversations/$conversationId',
        params: { conversationId: id },
        replace: true,
      })
    },
    [navigate],
  )
  return (
    <AssistantScreen
      conversationId={conversationId}
      name={me.user.name}
      readOnly={Boolean(me.preview)}
      onConversation={onConversation}
      renderSource={renderSource}
    />
  )
}
