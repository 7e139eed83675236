/** Roles, what members may see, and previews: needed by members, documents and the frame alike. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from './client'
import { meQuery } from './me'
import type { Access, Page, Preview, Reader, RoleDefinition, RoleDraft } from './types'

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await api.get<Page<RoleDefinition>>('/roles')).items,
  staleTime: 60_000,
})

export const accessQuery = (memberId: string, document: string) =>
  queryOptions({
    queryKey: ['access', memberId, document],
    queryFn: () => api.get<Access>(`/members/${memberId}/access`, { document }),
  })

export const readersQuery = (documentId: string) =>
  infiniteQueryOptions({
    queryKey: ['readers', documentId],
    queryFn: ({ pageParam }) =>
      api.get<Page<Reader>>(`/documents/${documentId}/readers`, { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
  })

/** Creates without an id, else changes. */
export function useSaveRole() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, draft }: { id: string | null; draft: RoleDraft }) => {
      if (id === null) return api.post<RoleDefinition>('/roles', draft)
      const { name, description, permissions } = draft
      return api.patch<RoleDefinition>(`/roles/${id}`, { name, description, permissions })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  })
}

export function useDeleteRole() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/roles/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  })
}

/** Everything on the screen was read with other rights: all of it is read again. */
function useReadAgain() {
  const client = useQueryClient()
  return async () => {
    await client.query({ ...meQuery, staleTime: 0 })
    await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
  }
}

export function useStartPreview() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (memberId: string) => api.put<Preview>('/me/preview', { member_id: memberId }),
    onSuccess: readAgain,
  })
}

export function useEndPreview() {
  const readAgain = useReadAgain()
  return useMutation({ mutationFn: () => api.delete('/me/preview'), onSuccess: readAgain })
}
