import { useEffect, useSyncExternalStore } from 'react'
import type { Answer } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { IconStop, IconVolume } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { followReading, followVoices, read, readingNow, stop, voiceFor } from './speaking'

/** Has the answer read aloud, in its own language; only where the device has a voice for it. */
export default function ReadAloud({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { id, text, language } = answer
  // By its name: browsers make the voices anew each time that they are asked for.
  const known = useSyncExternalStore(followVoices, () => voiceFor(language)?.voiceURI)
  const reading = useSyncExternalStore(followReading, readingNow) === id
  useEffect(
    () => () => {
      if (readingNow() === id) stop()
    },
    [id],
  )
  if (known === undefined) return null

  function toggle(): void {
    const voice = voiceFor(language)
    if (reading) stop()
    else if (voice) read(id, text, voice)
  }

  return (
    <IconButton label={t(reading ? 'voice.stop' : 'voice.read')} onClick={toggle}>
      {reading ? <IconStop size={16} /> : <IconVolume size={16} />}
    </IconButton>
  )
}
