/** Records what the microphone hears, in a format that the browser can make. */

const FORMATS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

/** Whether this browser can record at all; only over https, or on this very machine. */
export function canRecord(): boolean {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  return typeof MediaRecorder === 'function' && devices !== undefined
}

export interface Recorder {
  finish: () => Promise<Blob>
  cancel: () => void
}

export function record(stream: MediaStream): Recorder {
  const format = FORMATS.find((one) => MediaRecorder.isTypeSupported(one))
  const options = { audioBitsPerSecond: 32_000, ...(format ? { mimeType: format } : {}) }
  const recorder = new MediaRecorder(stream, options)
  const pieces: Blob[] = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  const over = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve()
  })
  recorder.start()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  return {
    finish: async () => {
      stop()
      await over
      return new Blob(pieces, { type: recorder.mimeType })
    },
    cancel: stop,
  }
}
