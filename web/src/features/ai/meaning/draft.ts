/** What the form holds, and the request it makes. */
import type { Embeddings, EmbeddingsDraft, EmbeddingsKind } from '@/api/types'

export type KeyDraft =
  | { kind: 'kept' }
  | { kind: 'removed' }
  /** `asked`: by a button that this field replaces. */
  | { kind: 'typed'; text: string; asked: boolean }

export interface Draft {
  kind: EmbeddingsKind
  base_url: string
  model: string
  key: KeyDraft
}

export function draftOf({ kind, base_url, model }: Embeddings['choice']): Draft {
  return { kind, base_url, model, key: { kind: 'kept' } }
}

/** A key that is kept is left out, one that is removed is sent empty. */
function keyOf(key: KeyDraft): Pick<EmbeddingsDraft, 'api_key'> {
  if (key.kind === 'removed') return { api_key: '' }
  const text = key.kind === 'typed' ? key.text.trim() : ''
  return text === '' ? {} : { api_key: text }
}

export function requestOf({ kind, base_url, model, key }: Draft): EmbeddingsDraft {
  if (kind !== 'endpoint') return { kind }
  return { kind, base_url: base_url.trim(), model: model.trim(), ...keyOf(key) }
}

export function isComplete(request: EmbeddingsDraft): boolean {
  return request.kind !== 'endpoint' || Boolean(request.base_url && request.model)
}

export function isChanged(request: EmbeddingsDraft, choice: Embeddings['choice']): boolean {
  if (request.kind !== choice.kind) return true
  if (request.kind !== 'endpoint') return false
  const { base_url, model, api_key } = request
  return base_url !== choice.base_url || model !== choice.model || api_key !== undefined
}
