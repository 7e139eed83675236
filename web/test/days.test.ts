import { describe, expect, it } from 'vitest'
import { groupByDay, monthName } from '@/features/assistant/days'

const NOW = new Date(2026, 2, 10, 9, 30)
const at = (...parts: [number, number, number, number?, number?]) => ({
  updated_at: new Date(...parts).toISOString(),
})

describe('conversations by day', () => {
  it('puts each under the span that people remember it by', () => {
    const rows = [
      at(2026, 2, 10, 9, 29),
      at(2026, 2, 10, 0, 0),
      at(2026, 2, 9, 23, 59),
      at(2026, 2, 8, 12),
      at(2026, 2, 3, 0, 0),
      at(2026, 2, 2, 23, 59),
      at(2026, 1, 8, 0, 0),
      at(2026, 1, 7, 23, 59),
      at(2026, 1, 1),
      at(2025, 1, 1),
    ]
    const groups = groupByDay(rows, NOW).map(({ span, rows: those }) => [span, those.length])
    expect(groups).toEqual([
      ['today', 2],
      ['yesterday', 1],
      ['week', 2],
      ['month', 2],
      [{ year: 2026, month: 1 }, 2],
      [{ year: 2025, month: 1 }, 1],
    ])
  })

  it('keeps the order and loses nothing', () => {
    const rows = [at(2026, 2, 10, 9), at(2026, 2, 10, 8), at(2024, 0, 1)]
    expect(groupByDay(rows, NOW).flatMap(({ rows: those }) => those)).toEqual(rows)
    expect(groupByDay([], NOW)).toEqual([])
  })

  it('takes a clock that is behind the server’s for today', () => {
    expect(groupByDay([at(2026, 2, 10, 9, 45)], NOW)[0]?.span).toBe('today')
  })

  it('names months in the reader’s language', () => {
    expect(monthName({ year: 2025, month: 10 }, 'fr')).toBe('novembre 2025')
    expect(monthName({ year: 2025, month: 10 }, 'en')).toBe('November 2025')
  })
})
