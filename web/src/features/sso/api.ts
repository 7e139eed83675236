/** What the screens of single sign-on ask of the server. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Page } from '@/api/types'

type Schemas = components['schemas']
export type Connection = Schemas['ConnectionOut']
export type ConnectionChange = Schemas['ConnectionChange']
export type Kind = Connection['kind']
export type Rule = Schemas['Rule']
export type Domain = Schemas['DomainOut']
export type Enforcement = Schemas['EnforcementOut']
export type SignInTest = Schemas['TestOut']
export type Link = Schemas['LinkOut']
export type Discovery = Schemas['DiscoveryOut']

export const connectionsQuery = queryOptions({
  queryKey: ['sso', 'connections'],
  queryFn: async () => (await api.get<Page<Connection>>('/sso/connections')).items,
})

export const domainsQuery = queryOptions({
  queryKey: ['sso', 'domains'],
  queryFn: async () => (await api.get<Page<Domain>>('/sso/domains')).items,
})

export const enforcementQuery = queryOptions({
  queryKey: ['sso', 'enforcement'],
  queryFn: () => api.get<Enforcement>('/sso/enforcement'),
})

export const linksQuery = (id: string, search: string) =>
  queryOptions({
    queryKey: ['sso', 'links', id, search],
    queryFn: async () =>
      (await api.get<Page<Link>>(`/sso/connections/${id}/links`, { search })).items,
  })

export const testQuery = (id: string) =>
  queryOptions({
    queryKey: ['sso', 'tests', id],
    queryFn: () => api.get<SignInTest>(`/sso/tests/${id}`),
  })

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['sso'] })
}

export function useAddConnection() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (draft: { kind: Kind; name: string }) =>
      api.post<Connection>('/sso/connections', draft),
    onSuccess,
  })
}

export function useChangeConnection(id: string) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (change: Partial<ConnectionChange>) =>
      api.patch<Connection>(`/sso/connections/${id}`, change),
    onSuccess,
  })
}

export function useImportMetadata(id: string) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (what: { xml: string } | { url: string }) =>
      api.post<Connection>(`/sso/connections/${id}/metadata`, what),
    onSuccess,
  })
}

export function useRemoveConnection() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/sso/connections/${id}`),
    onSuccess,
  })
}

export function useDiscovery() {
  return useMutation({
    mutationFn: (issuer: string) => api.post<Discovery>('/sso/discovery', { issuer }),
  })
}

export function useBeginTest(id: string) {
  return useMutation({
    mutationFn: () => api.post<SignInTest>(`/sso/connections/${id}/tests`),
  })
}

export function useAddDomain() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (name: string) => api.post<Domain>('/sso/domains', { name }),
    onSuccess,
  })
}

export function useBindDomain() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ id, connection_id }: Pick<Domain, 'id' | 'connection_id'>) =>
      api.patch<Domain>(`/sso/domains/${id}`, { connection_id }),
    onSuccess,
  })
}

export function useCheckDomain() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (id: string) => api.post<Domain>(`/sso/domains/${id}/check`),
    onSuccess,
  })
}

export function useRemoveDomain() {
  const onSuccess = useRefresh()
  return useMutation({ mutationFn: (id: string) => api.delete(`/sso/domains/${id}`), onSuccess })
}

/** `onSaved` is told even when what is read again replaces the form that saved. */
export function useEnforce(onSaved: () => void) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (wanted: { enforced: boolean; break_glass: string[] }) =>
      api.put<Enforcement>('/sso/enforcement', wanted),
    onSuccess: () => {
      onSaved()
      return refresh()
    },
  })
}

export function useReleaseLink(id: string) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (member: string) => api.delete(`/sso/connections/${id}/links/${member}`),
    onSuccess,
  })
}
