/** Takes files in: pictures made smaller, then sent, then read by the server. */
import { api } from '@/api/client'
import { isAbort } from '@/api/problem'
import type { Attachment, AttachmentText } from '@/api/types'
import { upload } from '@/api/upload'
import { changeHeld, heldIn, type Held } from './held'
import { shrunk } from './shrink'

/** As many as a message carries. */
export const MOST = 5
const LOOK_AGAIN_MS = 700

/** Adds files to a list and sends them; returns how many there was no room for. */
export function addFiles(place: string, files: File[]): number {
  const room = Math.max(0, MOST - heldIn(place).length)
  for (const file of files.slice(0, room)) {
    const key = crypto.randomUUID()
    changeHeld(place, (held) => [...held, fresh(key, file)])
    void sendFile(place, key)
  }
  return Math.max(0, files.length - room)
}

function fresh(key: string, file: File): Held {
  return { key, file, progress: 0, attachment: null, error: null, stop: () => undefined }
}

/** Tries again what could not be taken in. */
export function tryAgain(place: string, key: string): void {
  change(place, key, { error: null, progress: 0 })
  void sendFile(place, key)
}

/** Takes a file back; the server forgets it. */
export function takeBack(place: string, key: string): void {
  const one = heldIn(place).find((held) => held.key === key)
  one?.stop()
  changeHeld(place, (held) => held.filter((other) => other.key !== key))
  // What stays behind when this fails is removed by the server after a day.
  if (one?.attachment) api.delete(`/attachments/${one.attachment.id}`).catch(() => undefined)
}

function change(place: string, key: string, changes: Partial<Held>): void {
  changeHeld(place, (held) => held.map((one) => (one.key === key ? { ...one, ...changes } : one)))
}

async function sendFile(place: string, key: string): Promise<void> {
  const one = heldIn(place).find((held) => held.key === key)
  if (!one) return
  const control = new AbortController()
  change(place, key, { stop: () => control.abort() })
  try {
    const file = await shrunk(one.file)
    const form = new FormData()
    form.append('file', file, file.name)
    const onProgress = (progress: number) => change(place, key, { progress })
    const attachment = await upload<Attachment>('/attachments', form, onProgress, control.signal)
    change(place, key, { attachment, progress: 1 })
    await follow(place, key, attachment, control.signal)
  } catch (error) {
    if (!isAbort(error)) change(place, key, { error })
  }
}

/** Looks until the server has read it. */
async function follow(
  place: string,
  key: string,
  attachment: Attachment,
  signal: AbortSignal,
): Promise<void> {
  for (let now = attachment; now.state === 'reading' && !signal.aborted;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    try {
      const found = await api.get<AttachmentText>(`/attachments/${now.id}`)
      now = found.attachment
      change(place, key, { attachment: now })
    } catch (error) {
      if ((error as { status?: number }).status === 404) throw error
      // The net was gone for a moment: it is looked for again.
    }
  }
}
