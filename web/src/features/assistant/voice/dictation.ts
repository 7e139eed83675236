/**
 * One dictation after the other: from the microphone to a text for the field. What was recorded is
 * kept until it has become a text or the person lets it go; nothing is sent by itself.
 */
import { isAbort, isProblem } from '@/api/problem'
import { MicrophoneError, SILENCE, openMicrophone, type Microphone } from './microphone'
import { RecognitionFailure, listen, type Listening } from './recognition'
import { record, type Recorder } from './recorder'
import { transcribed } from './speechApi'

/** Who writes down what is said: the server, this device, or the browser's vendor. */
export type Engine = 'server' | 'device' | 'vendor'

export type Fault =
  'refused' | 'missing' | 'busy' | 'offline' | 'silent' | 'nothing' | 'failed' | 'server'

export type Phase =
  | { name: 'idle' }
  | { name: 'consent' }
  | { name: 'opening' }
  | { name: 'listening'; since: number; microphone: Microphone | null; text: string }
  | { name: 'writing' }
  /** `recording`: what can be tried again; `error`: what the server said. */
  | { name: 'failed'; fault: Fault; recording: Blob | null; error: unknown }

export interface Options {
  engine: Engine
  language: string
  /** Seconds after which a recording ends by itself. */
  longest: number
  onSaid: (text: string) => void
}

const AGREED = 'netz-dictation-agreed'
const IDLE: Phase = { name: 'idle' }

export class Dictation {
  phase: Phase = IDLE
  private readonly listeners = new Set<() => void>()
  /** What is under way; another one has begun, or it was cancelled, when it changes. */
  private attempt = new AbortController()
  private recorder: Recorder | null = null
  private listening: Listening | null = null
  private limit: ReturnType<typeof setTimeout> | undefined

  private options: Options = {
    engine: 'server',
    language: 'fr',
    longest: 0,
    onSaid: () => undefined,
  }

  /** For whom the next words are, and who writes them down. */
  serve(options: Options): void {
    this.options = options
  }

  readonly follow = (tell: () => void): (() => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  readonly now = (): Phase => this.phase

  async start(): Promise<void> {
    if (this.phase.name !== 'idle' && this.phase.name !== 'failed') return
    const { engine } = this.options
    if (engine === 'vendor' && localStorage.getItem(AGREED) === null) {
      this.set({ name: 'consent' })
      return
    }
    const attempt = this.begin({ name: 'opening' })
    try {
      const microphone = needsMicrophone(engine) ? await openMicrophone() : null
      if (attempt.signal.aborted) microphone?.close()
      else this.listen(engine, microphone)
    } catch (error) {
      if (attempt.signal.aborted) return
      this.fail(error instanceof MicrophoneError ? error.fault : 'failed')
    }
  }

  /** The person is content that the browser's vendor listens; this device remembers it. */
  agree(): void {
    localStorage.setItem(AGREED, 'yes')
    this.set(IDLE)
    void this.start()
  }

  /** Ends the recording and has it written down. */
  async finish(): Promise<void> {
    if (this.phase.name !== 'listening') return
    const { microphone } = this.phase
    const { attempt, recorder, listening } = this
    const quiet = microphone !== null && microphone.loudest() < SILENCE
    clearTimeout(this.limit)
    this.set({ name: 'writing' })
    const recording = (await recorder?.finish()) ?? null
    const said = (await listening?.finish()) ?? null
    microphone?.close()
    if (attempt.signal.aborted) return
    if (said instanceof RecognitionFailure) this.fail(said.fault)
    else if (quiet && !said) this.fail('silent')
    else if (said !== null) this.said(said)
    else if (recording) await this.write(recording, attempt)
  }

  /** Sends the kept recording once more, or listens anew where none is kept. */
  async retry(): Promise<void> {
    const recording = this.phase.name === 'failed' ? this.phase.recording : null
    if (recording) await this.write(recording, this.begin({ name: 'writing' }))
    else await this.start()
  }

  /** Lets everything go, whatever is under way. */
  cancel(): void {
    if (this.phase.name === 'idle') return
    if (this.phase.name === 'listening') this.phase.microphone?.close()
    this.recorder?.cancel()
    this.listening?.cancel()
    this.begin(IDLE)
  }

  private begin(phase: Phase): AbortController {
    clearTimeout(this.limit)
    this.attempt.abort()
    this.attempt = new AbortController()
    this.recorder = null
    this.listening = null
    this.set(phase)
    return this.attempt
  }

  private listen(engine: Engine, microphone: Microphone | null): void {
    const { language, longest } = this.options
    if (engine === 'server' && microphone) this.recorder = record(microphone.stream)
    if (engine !== 'server') {
      const changed = () => {
        if (this.phase.name === 'listening')
          this.set({ ...this.phase, text: this.listening?.text() ?? '' })
      }
      this.listening = listen(language, engine, changed, () => void this.finish())
    }
    this.limit = setTimeout(() => void this.finish(), longest * 1000)
    this.set({ name: 'listening', since: Date.now(), microphone, text: '' })
  }

  private async write(recording: Blob, attempt: AbortController): Promise<void> {
    try {
      const text = await transcribed(recording, this.options.language, attempt.signal)
      if (!attempt.signal.aborted) this.said(text)
    } catch (error) {
      if (isAbort(error) || attempt.signal.aborted) return
      this.fail(isProblem(error) && error.offline ? 'offline' : 'server', recording, error)
    }
  }

  private said(text: string): void {
    if (!text) {
      this.fail('nothing')
      return
    }
    this.begin(IDLE)
    this.options.onSaid(text)
  }

  private fail(fault: Fault, recording: Blob | null = null, error: unknown = null): void {
    this.begin({ name: 'failed', fault, recording, error })
  }

  private set(phase: Phase): void {
    this.phase = phase
    this.listeners.forEach((tell) => tell())
  }
}

/** A phone gives its microphone to one listener at a time. */
function needsMicrophone(engine: Engine): boolean {
  return engine === 'server' || matchMedia('(pointer: fine)').matches
}
