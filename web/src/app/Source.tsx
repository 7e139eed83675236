import { Suspense, lazy } from 'react'
import type { SourcePlace } from '@/features/assistant/AssistantScreen'

const SourcePanel = lazy(() => import('./SourcePanel'))

/** What an answer rests on, beside the conversation; fetched when somebody first asks for it. */
export function renderSource(place: SourcePlace, close: () => void) {
  return (
    <Suspense>
      <SourcePanel place={place} close={close} />
    </Suspense>
  )
}
