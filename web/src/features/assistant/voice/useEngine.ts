import { useQuery } from '@tanstack/react-query'
import type { Language } from '@/i18n'
import type { Engine } from './dictation'
import { recognitionFor } from './recognition'
import { canRecord } from './recorder'
import { useSpeech } from './speechApi'

interface Found {
  engine: Engine
  /** Whom the recording is given to; empty where that has no name. */
  host: string
  longest: number
}

/**
 * Who writes down what is said: this device if it can, then the installation's service, and the
 * browser's vendor last. Null where nobody does, or as long as that isn't known.
 */
export function useEngine(language: Language): Found | null {
  const speech = useSpeech()
  const { data: browser } = useQuery({
    queryKey: ['recognition', language],
    queryFn: () => recognitionFor(language),
    staleTime: Infinity,
    networkMode: 'always',
  })
  if (speech === undefined || browser === undefined) return null
  const longest = speech.longest_s
  if (browser === 'device') return { engine: 'device', host: '', longest }
  if (speech.transcription !== null && canRecord())
    return { engine: 'server', host: speech.transcription, longest }
  return browser === 'vendor' ? { engine: 'vendor', host: '', longest } : null
}
