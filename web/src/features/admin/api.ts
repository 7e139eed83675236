/** What the screens of administration ask of the server. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { address, api, send } from '@/api/client'
import { saveFile } from '@/api/saveFile'
import { companiesQuery } from '@/api/companies'
import { meQuery } from '@/api/me'
import type { components } from '@/api/schema'
import type { Page } from '@/api/types'
import type { ListFilters } from '@/components/list/useListState'

type Schemas = components['schemas']

export type Policy = Schemas['PolicyOut']
export type PolicyDraft = Schemas['PolicyIn']
export type Overview = Schemas['OverviewOut']
export type Branding = Schemas['WorkspaceBranding']
export type BrandingDraft = Required<Schemas['BrandingIn']>
export type CompanyDetail = Schemas['CompanyDetail']
export type Plan = Schemas['PlanOut']
export type PlanRow = Schemas['ImportRowOut']

export const policyQuery = queryOptions({
  queryKey: ['security-policy'],
  queryFn: () => api.get<Policy>('/security-policy'),
})

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: () => api.get<Overview>('/overview'),
})

export const brandingQuery = queryOptions({
  queryKey: ['branding'],
  queryFn: () => api.get<Branding>('/branding'),
  staleTime: 60_000,
})

export const companyDetailsQuery = (query: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['companies', 'details', query],
    queryFn: ({ pageParam }) =>
      api.get<Page<CompanyDetail>>('/companies/details', { ...query, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  })

export function useSavePolicy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: PolicyDraft) => api.put<Policy>('/security-policy', draft),
    onSuccess: (policy) => client.setQueryData(policyQuery.queryKey, policy),
  })
}

export function useSaveBranding() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: BrandingDraft) => api.put<Branding>('/branding', draft),
    onSuccess: (branding) => {
      client.setQueryData(brandingQuery.queryKey, branding)
      return client.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
}

function form(file: Blob, fields: Record<string, string> = {}): FormData {
  const body = new FormData()
  body.set('file', file)
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return body
}

/** A picture, or null to go back to the product's own. */
export function useSaveLogo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File | null) => {
      if (!file) return api.delete('/branding/logo')
      await send(address('/branding/logo'), { method: 'PUT', body: form(file) })
      return undefined
    },
    onSuccess: () => client.invalidateQueries({ queryKey: brandingQuery.queryKey }),
  })
}

export function useChangeCompany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...changes }: { id: string; name: string; domains: string[] }) =>
      api.patch<CompanyDetail>(`/companies/${id}`, changes),
    onSuccess: () => client.invalidateQueries({ queryKey: companiesQuery.queryKey }),
  })
}

export function useDeleteCompany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, moveTo }: { id: string; moveTo: string }) =>
      api.delete(`/companies/${id}${moveTo ? `?move_to=${moveTo}` : ''}`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: companiesQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['members'] }),
      ]),
  })
}

export function usePreviewImport() {
  return useMutation({
    mutationFn: async (file: File) => {
      const init = { method: 'POST', body: form(file) }
      return (await (await send(address('/members/import/preview'), init)).json()) as Plan
    },
  })
}

export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, digest }: { file: File; digest: string }) => {
      const init = { method: 'POST', body: form(file, { digest }) }
      return (await (await send(address('/members/import'), init)).json()) as Plan
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['members'] }),
        client.invalidateQueries({ queryKey: ['invitations'] }),
      ]),
  })
}

/** Fetched first, so that a refusal is said here and not in a file. */
export async function downloadMembers(): Promise<void> {
  const response = await send(address('/members/export'), { headers: { Accept: 'text/csv' } })
  saveFile(await response.blob(), 'members.csv')
}
