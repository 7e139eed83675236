/** Finds every file in what was dropped or chosen, folders included, with its path. */
import type { Picked } from './queue'

/** What systems leave in folders and nobody means to send. */
const UNWANTED = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function nextEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

async function filesUnder(entry: FileSystemEntry): Promise<Picked[]> {
  if (UNWANTED.test(entry.name)) return []
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry)
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Picked[] = []
  // A reader hands out its entries in batches and ends with an empty one.
  for (let batch = await nextEntries(reader); batch.length > 0; batch = await nextEntries(reader)) {
    for (const child of batch) found.push(...(await filesUnder(child)))
  }
  return found
}

/** Must be called while the drop is handled: its items are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<Picked[]> {
  const entries = Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry())
  const found = await Promise.all(entries.flatMap((entry) => (entry ? [filesUnder(entry)] : [])))
  return found.flat()
}

export function chosenFiles(files: FileList): Picked[] {
  return Array.from(files)
    .filter((file) => !UNWANTED.test(file.name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
}
