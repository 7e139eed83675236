/**
 * The browser's own speech recognition. It works on the device where the browser has a model for
 * the language; otherwise the browser's vendor listens, which nobody is led into unasked.
 */

interface Heard extends Event {
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>
}

interface Failed extends Event {
  error: string
}

export interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally?: boolean
  start: () => void
  stop: () => void
  abort: () => void
  onresult: ((event: Heard) => void) | null
  onerror: ((event: Failed) => void) | null
  onend: (() => void) | null
}

interface RecognitionClass {
  new (): Recognition
  available?: (asked: { langs: string[]; processLocally: boolean }) => Promise<string>
}

type Where = 'device' | 'vendor'

function recognitionClass(): RecognitionClass | undefined {
  const here = window as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown }
  return (here.SpeechRecognition ?? here.webkitSpeechRecognition) as RecognitionClass | undefined
}

/** As the person's browser names the language: French is not everywhere that of France. */
export function localeOf(language: string): string {
  const own = navigator.languages.find((tag) => tag.length > 2 && tag.startsWith(language))
  return own ?? { fr: 'fr-FR', en: 'en-GB' }[language] ?? language
}

/** Who would recognise the language: this device, the browser's vendor, or nobody. */
export async function recognitionFor(language: string): Promise<Where | null> {
  const found = recognitionClass()
  if (!found) return null
  const asked = { langs: [localeOf(language)], processLocally: true }
  const state = await found.available?.(asked).catch(() => 'unavailable')
  return state === 'available' ? 'device' : 'vendor'
}

export type RecognitionFault = 'refused' | 'missing' | 'offline' | 'failed'

const FAULTS: Record<string, RecognitionFault> = {
  'not-allowed': 'refused',
  'service-not-allowed': 'refused',
  'audio-capture': 'missing',
  network: 'offline',
}

export interface Listening {
  /** What was understood so far. */
  text: () => string
  /** Ends, and says what was understood; null where that went wrong. */
  finish: () => Promise<string | RecognitionFailure>
  cancel: () => void
}

export class RecognitionFailure {
  constructor(readonly fault: RecognitionFault) {}
}

/** Listens until it is told to finish; `onEnd` hears of an end that nobody asked for. */
export function listen(
  language: string,
  where: Where,
  onChange: () => void,
  onEnd: () => void,
): Listening {
  const Found = recognitionClass()
  if (!Found) throw new Error('this browser recognises no speech')
  const recognition = new Found()
  recognition.lang = localeOf(language)
  recognition.continuous = true
  recognition.interimResults = true
  if (where === 'device') recognition.processLocally = true
  let text = ''
  let failure: RecognitionFailure | null = null
  let asked = false
  const over = new Promise<void>((resolve) => {
    recognition.onend = () => {
      resolve()
      if (!asked) onEnd()
    }
  })
  recognition.onresult = ({ results }) => {
    text = Array.from(results, (result) => result[0]?.transcript ?? '')
      .join('')
      .trim()
    onChange()
  }
  recognition.onerror = ({ error }) => {
    if (error === 'no-speech' || error === 'aborted') return
    failure = new RecognitionFailure(FAULTS[error] ?? 'failed')
  }
  recognition.start()
  return {
    text: () => text,
    finish: async () => {
      asked = true
      recognition.stop()
      await over
      return text || !failure ? text : failure
    },
    cancel: () => {
      asked = true
      recognition.abort()
    },
  }
}
