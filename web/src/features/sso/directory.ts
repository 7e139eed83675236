/** What the screen knows of the directory that provisions members (SCIM). */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { ApiKey, Page, Role } from '@/api/types'

type Schemas = components['schemas']
export type Directory = Schemas['DirectoryOut']
export type DirectoryGroup = Schemas['DirectoryGroupOut']
export type Failure = Schemas['DirectoryFailureOut']

const SCOPE = 'directory.provision'

export const directoryQuery = queryOptions({
  queryKey: ['sso', 'directory'],
  queryFn: () => api.get<Directory>('/sso/directory'),
})

export const groupsQuery = queryOptions({
  queryKey: ['sso', 'directory', 'groups'],
  queryFn: async () => (await api.get<Page<DirectoryGroup>>('/sso/directory/groups')).items,
})

/** Keys that were made for a directory and nothing else. */
export const tokensQuery = queryOptions({
  queryKey: ['api-keys', 'directory'],
  queryFn: async () =>
    (await api.all<ApiKey>('/api-keys')).filter(
      ({ scopes }) => scopes.length === 1 && scopes[0] === SCOPE,
    ),
})

export function useMakeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, days }: { name: string; days: number }) =>
      api.post<ApiKey>('/api-keys', {
        name,
        scopes: [SCOPE],
        expires_at: days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : null,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

export function useWithdrawToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

interface Mapping {
  role: Role | null
  custom_role_id: string | null
  company_id: string | null
}

/** `onSaved` is told even when what is read again replaces the row that saved. */
export function useMapGroup(id: string, onSaved: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mapping: Mapping) =>
      api.put<DirectoryGroup>(`/sso/directory/groups/${id}/role`, mapping),
    onSuccess: () => {
      onSaved()
      return client.invalidateQueries({ queryKey: groupsQuery.queryKey })
    },
  })
}
