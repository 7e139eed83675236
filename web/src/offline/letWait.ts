import type { Written } from './waiting'

/** Hands something written to the queue of what waits for the net; false where none can be kept. */
export async function letWait(written: Written): Promise<boolean> {
  try {
    const { keep } = await import('./waiting')
    await keep(written)
    return true
  } catch {
    return false
  }
}
