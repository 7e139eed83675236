import { Suspense, lazy, useSyncExternalStore } from 'react'
import { onStepUp, stepUpAsked } from './stepUp'

const StepUpDialog = lazy(() => import('./StepUpDialog'))

/** Where the dialog appears when a call asks for it; it is fetched then. */
export function StepUpHost() {
  const asked = useSyncExternalStore(onStepUp, stepUpAsked)
  return <Suspense>{asked && <StepUpDialog />}</Suspense>
}
