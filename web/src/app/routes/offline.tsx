import { Suspense, lazy } from 'react'
import { SidePanel } from '@/components/SidePanel'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { OfflineScreen } from '@/offline/OfflineScreen'

const DocumentViewer = lazy(() => import('@/features/knowledge/viewer/DocumentViewer'))

function renderDocument({ id, title }: { id: string; title: string }, close: () => void) {
  return (
    <SidePanel title={title} onClose={close}>
      <Suspense fallback={<ViewerSkeleton />}>
        <DocumentViewer key={id} documentId={id} path={title} />
      </Suspense>
    </SidePanel>
  )
}

export default function OfflineRoute() {
  return <OfflineScreen renderDocument={renderDocument} />
}
