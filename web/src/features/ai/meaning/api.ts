/** What the screen of search by meaning asks of the server, and how live events change it. */
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { Embeddings, EmbeddingsDraft, EmbeddingsTest, VectorIndex } from '@/api/types'

/** Progress comes by itself; we ask only when nothing has come for this long. */
const SILENCE_MS = 5_000

export const embeddingsQuery = queryOptions({
  queryKey: ['embeddings'],
  queryFn: () => api.get<Embeddings>('/ai/embeddings'),
  refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? SILENCE_MS : false),
})

/** Whether passages are being read, or will be soon. */
function isMoving({ effective, index, building }: Embeddings): boolean {
  if (!effective.model) return false
  const shown = building ?? index
  if (!shown || shown.state === 'building') return true
  return shown.state === 'ready' && !shown.error && shown.passages_done < shown.passages_total
}

/** Takes over the counts of a live event; another state may change more than it says. */
export function applyIndexProgress(client: QueryClient, progress: VectorIndex): void {
  const known = client.getQueryData(embeddingsQuery.queryKey)
  if (!known) return
  const sameState = [known.index, known.building].some(
    (index) => index?.model === progress.model && index.state === progress.state,
  )
  if (!sameState) {
    void client.invalidateQueries({ queryKey: embeddingsQuery.queryKey })
    return
  }
  const { passages_done, passages_total, per_second, error } = progress
  const merged = (index: VectorIndex | null | undefined) =>
    index?.model === progress.model
      ? { ...index, passages_done, passages_total, per_second, error }
      : index
  client.setQueryData(embeddingsQuery.queryKey, {
    ...known,
    index: merged(known.index),
    building: merged(known.building),
  })
}

function useChange<Given>(send: (given: Given) => Promise<Embeddings>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (changed) => client.setQueryData(embeddingsQuery.queryKey, changed),
  })
}

export function useChoose() {
  return useChange((draft: EmbeddingsDraft) => api.put<Embeddings>('/ai/embeddings', draft))
}

export function useStop() {
  return useChange<undefined>(() => api.post<Embeddings>('/ai/embeddings/cancel'))
}

/** Goes on with what was stopped or has failed, else reads everything again. */
export function useRebuild() {
  return useChange<undefined>(() => api.post<Embeddings>('/ai/embeddings/rebuild'))
}

/** Tries what the form holds before it is saved. */
export function useTestChoice() {
  return useMutation({
    mutationFn: (draft: EmbeddingsDraft) => api.post<EmbeddingsTest>('/ai/embeddings/test', draft),
  })
}
