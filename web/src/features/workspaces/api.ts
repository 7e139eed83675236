/** What the members' screens ask of the server. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Invitation, InvitationDraft, Member, MemberChange, Page } from '@/api/types'
import type { ListFilters } from '@/components/list/useListState'

type Schemas = components['schemas']

export type MemberCounts = Schemas['MemberCountsOut']
export type MemberChangeKind = Schemas['ChangeIn']['kind']
export type ManyChange = Schemas['ChangeIn']
export type ManySelection = Schemas['SelectionIn']
export type ChangePlan = Schemas['ChangePlanOut']
export type ChangeRow = ChangePlan['rows'][number]

const PAGE = 50

export const memberFilters: ListFilters = {
  role: '',
  company_id: '',
  active: '',
  source: '',
  second_factor: '',
  seen: '',
}

/** A custom role is chosen by its id, a built-in one by its name. */
export function memberWhere(query: ListFilters): ListFilters {
  const { role = '', ...others } = query
  delete others.sort
  return role.includes('-') ? { ...others, custom_role_id: role } : { ...others, role }
}

export const membersQuery = (query: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['members', 'list', query],
    queryFn: ({ pageParam }) =>
      api.get<Page<Member>>('/members', {
        ...memberWhere(query),
        sort: query.sort,
        limit: PAGE,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  })

export const memberCountsQuery = (query: ListFilters) =>
  queryOptions({
    queryKey: ['members', 'counts', memberWhere(query)],
    queryFn: () => api.get<MemberCounts>('/members/counts', memberWhere(query)),
    placeholderData: keepPreviousData,
  })

export const invitationFilters: ListFilters = { status: '', role: '' }

export const invitationsQuery = (query: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['invitations', query],
    queryFn: ({ pageParam }) =>
      api.get<Page<Invitation>>('/invitations', {
        ...memberWhere(query),
        sort: query.sort,
        limit: PAGE,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  })

export function useChangeMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: MemberChange }) =>
      api.patch<Member>(`/members/${id}`, changes),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

interface ManyChanges {
  selection: ManySelection
  change: ManyChange
}

export function usePreviewChanges() {
  return useMutation({
    mutationFn: (body: ManyChanges) => api.post<ChangePlan>('/members/changes/preview', body),
  })
}

export function useChangeMembers() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ManyChanges & { digest: string }) =>
      api.post<ChangePlan>('/members/changes', body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

export function useUndoChanges() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<ChangePlan>(`/members/changes/${id}/restoration`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

/** Signs the member out of this workspace, on every device and app. */
export function useEndSessions() {
  return useMutation({ mutationFn: (id: string) => api.post(`/members/${id}/sessions/end`) })
}

/** Takes the member's second factors away, so that they can set up new ones. */
export function useResetFactors() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post(`/members/${id}/second-factors/reset`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

export function useChangeInvitations() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['InvitationChangesIn']) =>
      api.post<Schemas['InvitationChangesOut']>('/invitations/changes', body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  })
}

export function useInvite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: InvitationDraft) => api.post<Invitation>('/invitations', draft),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  })
}

export function useResend() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<Invitation>(`/invitations/${id}/resend`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  })
}

export function useWithdraw() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  })
}
