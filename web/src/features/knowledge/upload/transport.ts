/** Sends one file to the documents. */
import { upload } from '@/api/upload'
import type { Uploaded } from '@/api/types'
import type { Transport } from './queue'

export const sendFile: Transport = (picked, onProgress, signal) => {
  const form = new FormData()
  form.append('path', picked.path)
  form.append('file', picked.file, picked.file.name)
  return upload<Uploaded>('/documents', form, onProgress, signal)
}
