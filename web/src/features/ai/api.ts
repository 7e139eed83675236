/** What the model screens ask of the server. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { ModelDraft, ModelEndpoint, ModelTest, Page } from '@/api/types'

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async () => (await api.get<Page<ModelEndpoint>>('/ai/models')).items,
})

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: modelsQuery.queryKey })
}

/** Adds a model, or changes the one whose `id` is given. */
export function useSaveModel(id: string | null) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (draft: ModelDraft) =>
      id === null
        ? api.post<ModelEndpoint>('/ai/models', draft)
        : api.patch<ModelEndpoint>(`/ai/models/${id}`, draft),
    onSuccess: refresh,
  })
}

export function useDeleteModel() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/ai/models/${id}`),
    onSuccess: refresh,
  })
}

export function useOrderModels() {
  const client = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (models: ModelEndpoint[]) =>
      api.put('/ai/models/order', { ids: models.map(({ id }) => id) }),
    onMutate: (models) => client.setQueryData(modelsQuery.queryKey, models),
    onSettled: refresh,
  })
}

/** Tries a stored model by its id, or what a form holds before it is saved. */
export function useTestModel() {
  return useMutation({
    mutationFn: (what: { id: string } | (ModelDraft & { id?: string })) =>
      api.post<ModelTest>('/ai/models/test', what),
  })
}
