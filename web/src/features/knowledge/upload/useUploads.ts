import { useSyncExternalStore } from 'react'
import { UploadQueue, type Upload } from './queue'
import { sendFile } from './transport'

type OnSent = () => void

let onSent: OnSent = () => undefined

/** One for the whole page: sending goes on while another screen is shown. */
export const uploadQueue = new UploadQueue(sendFile, () => onSent())

/** Who wants to know that a file has arrived. */
export function setOnSent(listener: OnSent): void {
  onSent = listener
}

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploadQueue.subscribe, uploadQueue.snapshot)
}
