/** The microphone: opened for one recording, and closed with it. */

export type MicrophoneFault = 'refused' | 'missing' | 'busy'

export class MicrophoneError extends Error {
  constructor(readonly fault: MicrophoneFault) {
    super(fault)
  }
}

const FAULTS: Record<string, MicrophoneFault> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
}

/** Quieter than a whisper into the device. */
export const SILENCE = 0.15

export interface Microphone {
  stream: MediaStream
  /** From 0 (below a whisper) to 1 (as loud as can be recorded), at this moment. */
  level: () => number
  /** The loudest moment so far. */
  loudest: () => number
  close: () => void
}

/** Asks for the microphone. Throws `MicrophoneError`. */
export async function openMicrophone(): Promise<Microphone> {
  const stream = await navigator.mediaDevices
    .getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
    .catch((error: unknown) => {
      throw new MicrophoneError(FAULTS[(error as DOMException).name] ?? 'busy')
    })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  let loudest = 0
  const level = () => {
    analyser.getFloatTimeDomainData(samples)
    const now = loudness(samples)
    loudest = Math.max(loudest, now)
    return now
  }
  // Also while nobody looks at the level, as when motion is unwelcome.
  const timer = setInterval(level, 100)
  return {
    stream,
    level,
    // A browser that lets no sound be measured has heard nothing, which is not silence.
    loudest: () => (context.state === 'running' ? loudest : 1),
    close: () => {
      clearInterval(timer)
      stream.getTracks().forEach((track) => track.stop())
      void context.close()
    },
  }
}

const QUIET_DB = -60

/** The root mean square of samples from -1 to 1, on a scale that follows the ear. */
export function loudness(samples: Float32Array): number {
  const sum = samples.reduce((all, one) => all + one * one, 0)
  const db = 20 * Math.log10(Math.sqrt(sum / Math.max(samples.length, 1)))
  return Math.min(Math.max(1 - db / QUIET_DB, 0), 1)
}
