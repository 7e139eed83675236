/** An answer in the server's voice: one part is heard while the next one is fetched. */
import { isAbort } from '@/api/problem'
import { spokenPart } from './speechApi'

/** Until it was read or is stopped. Throws a `Problem`. */
export async function playAnswer(answer: string, signal: AbortSignal): Promise<void> {
  // One element for all parts, made while the press is fresh: browsers let that one play.
  const audio = new Audio()
  signal.addEventListener('abort', () => audio.pause())
  try {
    let next = spokenPart(answer, 0, signal)
    for (let part = 0; ; part += 1) {
      const { sound, parts } = await next
      const last = part + 1 >= parts
      if (!last) {
        next = spokenPart(answer, part + 1, signal)
        // Its failure is met when its turn comes.
        next.catch(() => undefined)
      }
      await heard(audio, sound, signal)
      if (last) return
    }
  } catch (error) {
    if (!isAbort(error)) throw error
  }
}

async function heard(audio: HTMLAudioElement, sound: Blob, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const url = URL.createObjectURL(sound)
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      audio.onended = () => resolve()
      audio.onerror = () => reject(new Error('the sound cannot be played'))
      audio.src = url
      audio.play().catch(reject)
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
