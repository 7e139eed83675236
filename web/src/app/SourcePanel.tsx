import { Suspense, lazy } from 'react'
import { may, useMe } from '@/api/me'
import { SidePanel } from '@/components/SidePanel'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import type { SourcePlace } from '@/features/assistant/AssistantScreen'
import { ReadersPanel } from '@/features/roles/ReadersPanel'
import { useOffline } from '@/offline/useOffline'

const AttachmentPanel = lazy(() => import('@/features/assistant/attachments/AttachmentPanel'))
const DocumentViewer = lazy(() => import('@/features/knowledge/viewer/DocumentViewer'))

/** A source beside the conversation that cites it, at the passage. */
export default function Source({ place, close }: { place: SourcePlace; close: () => void }) {
  const me = useMe()
  const offline = useOffline()
  if (place.attached) {
    return (
      <SidePanel title={place.title} onClose={close}>
        <Suspense fallback={<ViewerSkeleton />}>
          <AttachmentPanel
            key={`${place.document_id}/${place.passage_id}`}
            id={place.document_id}
            passageId={place.passage_id}
            quote={place.quote ?? ''}
          />
        </Suspense>
      </SidePanel>
    )
  }
  return (
    <SidePanel title={place.title} onClose={close}>
      {!offline && may(me, 'documents.manage') && may(me, 'members.read') && (
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
