import { HelpDialog } from './HelpDialog'
import { Palette } from './Palette'

/** What opens over any screen; its own chunk, so that the first screen does not wait for it. */
export default function Overlays() {
  return (
    <>
      <Palette />
      <HelpDialog />
    </>
  )
}
