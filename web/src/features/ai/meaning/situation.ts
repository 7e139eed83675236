/** What the state of the vectors means to a person: one situation, with what goes on meanwhile. */
import type { Embeddings, EmbeddingsDraft, VectorIndex } from '@/api/types'

export type Situation =
  | { kind: 'starting' }
  | { kind: 'empty' | 'ready' | 'catchingUp' | 'stuck' | 'first'; index: VectorIndex }
  /** `old` is the model that is searched until the new one is complete, if there is one. */
  | { kind: 'switching' | 'stopped' | 'failed'; index: VectorIndex; old: string | null }

/** Null when there is nothing to read: search is by words only. */
export function situationOf({ effective, index, building }: Embeddings): Situation | null {
  if (effective.kind === 'off' || !effective.model) return null
  const shown = building ?? index
  if (!shown) return { kind: 'starting' }
  const old = index && index.model !== shown.model ? index.model : null
  if (shown.state === 'stopped' || shown.state === 'failed') {
    return { kind: shown.state, index: shown, old }
  }
  if (shown.state === 'building') {
    return old ? { kind: 'switching', index: shown, old } : { kind: 'first', index: shown }
  }
  if (shown.error) return { kind: 'stuck', index: shown }
  if (shown.passages_total === 0) return { kind: 'empty', index: shown }
  const complete = shown.passages_done >= shown.passages_total
  return { kind: complete ? 'ready' : 'catchingUp', index: shown }
}

/** Seconds until everything is read; null while nobody can say. */
export function secondsLeft({ passages_done, passages_total, per_second }: VectorIndex) {
  if (!per_second || passages_done >= passages_total) return null
  return (passages_total - passages_done) / per_second
}

export type Consequence = 'none' | 'reread' | 'perhaps' | 'off'

/** What saving the draft brings. Only the server knows what the installation's setting is. */
export function consequenceOf(draft: EmbeddingsDraft, now: Embeddings): Consequence {
  const { choice, effective, builtin, index } = now
  if (draft.kind === 'off') return effective.kind === 'off' ? 'none' : 'off'
  if (draft.kind === 'endpoint') {
    const same = draft.base_url === choice.base_url && draft.model === choice.model
    const nothing = (choice.kind === 'endpoint' && same) || passagesOf(now) === 0
    return nothing ? 'none' : 'reread'
  }
  if (draft.kind === choice.kind || passagesOf(now) === 0) return 'none'
  if (draft.kind === 'default') return 'perhaps'
  return index?.model === builtin.name ? 'none' : 'reread'
}

/** How many passages a change concerns; null while search is by words only. */
export function passagesOf({ index, building }: Embeddings): number | null {
  return (building ?? index)?.passages_total ?? null
}
