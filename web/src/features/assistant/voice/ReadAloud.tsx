import { useEffect, useSyncExternalStore } from 'react'
import type { Answer } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { IconStop, IconVolume } from '@/components/icons'
import { notify } from '@/components/notify'
import { problemText } from '@/components/problemText'
import { useTranslation } from '@/i18n'
import { useOffline } from '@/offline/useOffline'
import { playAnswer } from './playing'
import { followReading, followVoices, read, readBy, readingNow, stop, voiceFor } from './speaking'
import { useSpeech } from './speechApi'

/**
 * Has the answer read aloud, in its own language: by the device where it has a voice for it, else
 * by the server where that has one.
 */
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
  const offline = useOffline()
  const remote = useSpeech()?.reading === true && !offline
  if (known === undefined && !remote) return null

  function toggle(): void {
    const voice = voiceFor(language)
    if (reading) stop()
    else if (voice) read(id, text, voice)
    else
      void readBy(id, (signal) => playAnswer(id, signal)).catch((error: unknown) =>
        notify(problemText(error, t).title),
      )
  }

  return (
    <IconButton label={t(reading ? 'voice.stop' : 'voice.read')} onClick={toggle}>
      {reading ? <IconStop size={16} /> : <IconVolume size={16} />}
    </IconButton>
  )
}
