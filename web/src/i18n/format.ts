/** Turns catalogue entries, dates and sizes into what a reader of one language expects. */
export interface Plural {
  one: string
  other: string
}
export type Entry = string | Plural
export type Values = Record<string, string | number>

const DAY_MS = 86_400_000

/** Fills `{name}` places; an entry with two forms is chosen by its `count`. */
export function fill(entry: Entry, language: string, values: Values = {}): string {
  const form =
    typeof entry === 'string'
      ? entry
      : new Intl.PluralRules(language).select(Number(values.count)) === 'one'
        ? entry.one
        : entry.other
  const text = form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
  })
  return language === 'fr' ? keepPunctuation(text) : text
}

/** French puts a space before ? ! : ; and inside « »: it must not break the line there. */
export function keepPunctuation(text: string): string {
  return text.replace(/ ([?!:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}

export function formatDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso))
}

export function formatDateTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )
}

export function formatTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso))
}

/** "il y a 5 minutes" within a week, the date after that. */
export function formatAgo(iso: string, language: string, now = Date.now()): string {
  const past = now - new Date(iso).getTime()
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (past < 60_000) return words.format(0, 'second')
  if (past < 3_600_000) return words.format(-Math.floor(past / 60_000), 'minute')
  if (past < DAY_MS) return words.format(-Math.floor(past / 3_600_000), 'hour')
  if (past < 7 * DAY_MS) return words.format(-Math.floor(past / DAY_MS), 'day')
  return formatDate(iso, language)
}

/** Bytes in the unit that keeps the number short: octets in French, bytes in English. */
export function formatSize(bytes: number, language: string): string {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = unit > 0 && value < 10 ? 1 : 0
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)
  return `${text}\u00a0${units[unit] ?? ''}`
}

/** Milliseconds below a second, else seconds with one digit. */
export function formatDuration(ms: number, language: string): string {
  if (ms < 1) return `<\u00a01\u00a0ms`
  if (ms < 1000) return `${new Intl.NumberFormat(language).format(Math.round(ms))}\u00a0ms`
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ms / 1000)
  return `${seconds}\u00a0s`
}

/** A length of time in whole minutes, from two hours on in whole hours. */
export function formatSpan(seconds: number, language: string): string {
  const hours = seconds >= 7200
  const value = Math.max(1, Math.round(seconds / (hours ? 3600 : 60)))
  const unit = hours ? 'hour' : 'minute'
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
