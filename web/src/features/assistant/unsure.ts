import type { Answer } from '@/api/types'

/** What words alone are sure of lies above this; see the grounder on the server. */
const SURE = 0.5

/** Found by meaning alone: the words of the question stand in none of the passages shown. */
export function isUnsure(answer: Pick<Answer, 'status' | 'generator' | 'confidence'>) {
  return (
    answer.status === 'answered' && answer.generator === 'extractive' && answer.confidence < SURE
  )
}
