/**
 * Reading aloud with the voices of the device, or with that of the installation's own server. Voices
 * of the device that send the text to a vendor are left out: what an answer says stays where it is.
 */

let reading: string | null = null
let playing: AbortController | null = null
const listeners = new Set<() => void>()

export function readingNow(): string | null {
  return reading
}

export function followReading(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function set(id: string | null): void {
  reading = id
  listeners.forEach((tell) => tell())
}

/** Browsers fetch their voices after the page; null as long as the device has none for it. */
export function voiceFor(language: string): SpeechSynthesisVoice | null {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService)
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().startsWith(language))
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null
}

export function followVoices(tell: () => void): () => void {
  speechSynthesis.addEventListener('voiceschanged', tell)
  return () => speechSynthesis.removeEventListener('voiceschanged', tell)
}

/** Reads the text; what was being read stops. `id` tells whose text it is. */
export function read(id: string, text: string, voice: SpeechSynthesisVoice): void {
  stop()
  const parts = sentencesOf(text)
  set(id)
  parts.forEach((part, place) => {
    const said = new SpeechSynthesisUtterance(part)
    said.voice = voice
    said.lang = voice.lang
    const over = () => {
      if (reading === id) set(null)
    }
    if (place === parts.length - 1) said.onend = over
    said.onerror = over
    speechSynthesis.speak(said)
  })
}

/** The same with sound that comes from elsewhere, for as long as `play` takes. */
export async function readBy(
  id: string,
  play: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  stop()
  const control = new AbortController()
  playing = control
  set(id)
  try {
    await play(control.signal)
  } finally {
    if (playing === control) {
      playing = null
      set(null)
    }
  }
}

export function stop(): void {
  playing?.abort()
  playing = null
  if (reading !== null) set(null)
  speechSynthesis.cancel()
}

/** Some engines fall silent in a long text: it is given to them a sentence at a time. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/```[\s\S]*?```|\[(\d+)\]|[*_`#>|]+/g, ' ')
    .split(/\n+|(?<=\D[.!?…])\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
