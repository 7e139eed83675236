import { useMe } from '@/api/me'
import { PreviewBanner } from '@/features/roles/PreviewBanner'
import { ClosingBanner } from './ClosingBanner'
import { SetupBanner } from './SetupBanner'

/** What a person has to know about the workspace, above every screen. */
export default function Notices() {
  const { preview } = useMe()
  return (
    <>
      <SetupBanner />
      <ClosingBanner />
      {preview && <PreviewBanner preview={preview} />}
    </>
  )
}
