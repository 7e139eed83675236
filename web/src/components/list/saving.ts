/** The filters that the person keeps, as the server has them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { FilteredList, Page, SavedFilter } from '@/api/types'
import type { ListSettings } from './useListState'

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters'],
  queryFn: async () => (await api.get<Page<SavedFilter>>('/saved-filters')).items,
  staleTime: 60_000,
})

export function useSaveFilter() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { list: FilteredList; name: string; settings: ListSettings }) =>
      api.post<SavedFilter>('/saved-filters', wanted),
    onSettled: () => client.invalidateQueries(savedFiltersQuery),
  })
}

export function useDeleteFilter() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/saved-filters/${id}`),
    onSettled: () => client.invalidateQueries(savedFiltersQuery),
  })
}
