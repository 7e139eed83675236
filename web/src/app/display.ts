/** How large and how close everything stands; index.html wears the last choice before all else. */
import type { Preferences } from '@/api/preferences'

export type Display = Pick<Preferences, 'density' | 'text_size'>

const KEPT = 'netz-display'

export function wear({ density, text_size }: Display): void {
  const { dataset } = document.documentElement
  dataset.density = density
  dataset.text = String(text_size)
  localStorage.setItem(KEPT, JSON.stringify({ density, text_size }))
}
