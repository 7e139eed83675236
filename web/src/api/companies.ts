/** The client companies of the workspace: needed by documents (audience) and members alike. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from './client'
import type { Named } from './types'

export const companiesQuery = queryOptions({
  queryKey: ['companies'],
  queryFn: () => api.all<Named>('/companies'),
  staleTime: 60_000,
})

export function useAddCompany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => api.post<Named>('/companies', { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: companiesQuery.queryKey }),
  })
}
