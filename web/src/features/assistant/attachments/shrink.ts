/**
 * Photographs are larger than anybody reads, and tell where they were taken: a JPEG is written anew,
 * without what the camera added, and no side longer than a screen needs.
 */
const LONGEST_SIDE = 2560
const QUALITY = 0.88
const LARGE = 4 * 1024 * 1024
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The file as it is sent; one that can't be drawn, or would only grow, stays as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!DRAWABLE.has(file.type)) return file
  try {
    return await drawn(file)
  } catch {
    return file
  }
}

async function drawn(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file)
  const { width, height } = sizeWithin(bitmap.width, bitmap.height)
  const camera = file.type === 'image/jpeg'
  if (!camera && width === bitmap.width && file.size < LARGE) return file
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, file.type, QUALITY),
  )
  if (!blob || (!camera && blob.size >= file.size)) return file
  return new File([blob], file.name, { type: blob.type, lastModified: file.lastModified })
}

/** The size with the same shape, of which no side is too long. */
export function sizeWithin(width: number, height: number) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
