/** Files on their way to the server: three at a time, each with its progress, stop and retry. */
import { isAbort } from '@/api/problem'
import type { Uploaded } from '@/api/types'

export type UploadState = 'waiting' | 'sending' | 'sent' | 'unchanged' | 'failed' | 'cancelled'

/** A file and the path it keeps on the server. */
export interface Picked {
  file: File
  path: string
}

export interface Upload extends Picked {
  id: number
  state: UploadState
  /** From 0 to 1. */
  progress: number
  error?: unknown
}

export type Transport = (
  picked: Picked,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
) => Promise<Uploaded>

const AT_ONCE = 3

export class UploadQueue {
  private uploads: readonly Upload[] = []
  private readonly running = new Map<number, AbortController>()
  private readonly listeners = new Set<() => void>()
  private nextId = 1

  constructor(
    private readonly transport: Transport,
    private readonly onSent: () => void = () => undefined,
  ) {}

  /** The current list; a new one after each change, as React wants it. */
  readonly snapshot = (): readonly Upload[] => this.uploads

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  add(picked: Picked[]): void {
    const added = picked.map((one): Upload => {
      const id = this.nextId
      this.nextId += 1
      return { ...one, id, state: 'waiting', progress: 0 }
    })
    this.replace([...this.uploads, ...added])
    this.startMore()
  }

  cancel(id: number): void {
    this.running.get(id)?.abort()
    this.change(id, { state: 'cancelled' })
  }

  retry(id: number): void {
    this.change(id, { state: 'waiting', progress: 0, error: undefined })
    this.startMore()
  }

  /** Forgets what has ended; what is still on its way stays. */
  clear(): void {
    this.replace(this.uploads.filter(({ state }) => state === 'waiting' || state === 'sending'))
  }

  private startMore(): void {
    for (const upload of this.uploads) {
      if (this.running.size >= AT_ONCE) return
      if (upload.state === 'waiting') void this.send(upload)
    }
  }

  private async send(upload: Upload): Promise<void> {
    const { id } = upload
    const control = new AbortController()
    this.running.set(id, control)
    this.change(id, { state: 'sending' })
    try {
      const result = await this.transport(
        upload,
        (progress) => this.change(id, { progress }),
        control.signal,
      )
      this.change(id, { state: result.unchanged ? 'unchanged' : 'sent', progress: 1 })
      this.onSent()
    } catch (error) {
      if (!isAbort(error)) this.change(id, { state: 'failed', error })
    } finally {
      // A retry may have taken the place of a sending that was cancelled just before.
      if (this.running.get(id) === control) this.running.delete(id)
      this.startMore()
    }
  }

  private change(id: number, changes: Partial<Upload>): void {
    this.replace(this.uploads.map((one) => (one.id === id ? { ...one, ...changes } : one)))
  }

  private replace(uploads: readonly Upload[]): void {
    this.uploads = uploads
    this.listeners.forEach((listener) => listener())
  }
}
