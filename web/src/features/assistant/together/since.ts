import { formatDateTime, formatTime } from '@/i18n/format'

/** A moment that something lasts from: the time of day, with the date when it was another day. */
export function since(iso: string, language: string, now = new Date()): string {
  const today = new Date(iso).toDateString() === now.toDateString()
  return today ? formatTime(iso, language) : formatDateTime(iso, language)
}
