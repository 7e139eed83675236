/** The days that a reader of the trail chooses. */
import { expect, it } from 'vitest'
import { chosenDays } from '@/features/audit/api'

it('takes both days whole, where the reader is', () => {
  const { since, until } = chosenDays({ from: '2026-03-28', to: '2026-03-29' })
  expect(new Date(since).getTime()).toBe(new Date(2026, 2, 28).getTime())
  expect(new Date(until).getTime()).toBe(new Date(2026, 2, 30).getTime())
})

it('leaves open what was not chosen', () => {
  expect(chosenDays({ from: '', to: '' })).toEqual({ since: '', until: '' })
})
