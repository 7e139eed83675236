/** Puts what lies in time into the spans that people remember by. */

export type Span = 'today' | 'yesterday' | 'week' | 'month' | { year: number; month: number }

export interface DayGroup<Row> {
  span: Span
  rows: Row[]
}

function startOfDay(date: Date, daysBefore = 0): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBefore).getTime()
}

function spanOf(when: Date, now: Date): Span {
  const time = when.getTime()
  if (time >= startOfDay(now)) return 'today'
  if (time >= startOfDay(now, 1)) return 'yesterday'
  if (time >= startOfDay(now, 7)) return 'week'
  if (time >= startOfDay(now, 30)) return 'month'
  return { year: when.getFullYear(), month: when.getMonth() }
}

function keyOf(span: Span): string {
  return typeof span === 'string' ? span : `${span.year}-${span.month}`
}

/** Rows that are sorted by time, the latest first, under the days on which they were. */
export function groupByDay<Row extends { updated_at: string }>(
  rows: readonly Row[],
  now = new Date(),
): DayGroup<Row>[] {
  const groups: DayGroup<Row>[] = []
  for (const row of rows) {
    const span = spanOf(new Date(row.updated_at), now)
    const last = groups.at(-1)
    if (last && keyOf(last.span) === keyOf(span)) last.rows.push(row)
    else groups.push({ span, rows: [row] })
  }
  return groups
}

/** "novembre 2025" in the reader's language. */
export function monthName({ year, month }: { year: number; month: number }, language: string) {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' })
  return format.format(new Date(year, month, 1))
}
