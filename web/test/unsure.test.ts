import { describe, expect, it } from 'vitest'
import { isUnsure } from '@/features/assistant/unsure'

describe('an answer found by meaning alone', () => {
  const answer = { status: 'answered', generator: 'extractive', confidence: 0.34 } as const

  it('is said to be unsure', () => {
    expect(isUnsure(answer)).toBe(true)
  })

  it('is told from a sure one, a refusal, and what a model wrote', () => {
    expect(isUnsure({ ...answer, confidence: 0.65 })).toBe(false)
    expect(isUnsure({ ...answer, status: 'refused' })).toBe(false)
    expect(isUnsure({ ...answer, generator: 'model' })).toBe(false)
  })
})
