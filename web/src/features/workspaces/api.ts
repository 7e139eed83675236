/** What the members' screens ask of the server. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { Invitation, InvitationDraft, Member, MemberChange } from '@/api/types'

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => api.all<Member>('/members'),
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => api.all<Invitation>('/invitations'),
})

export function useChangeMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: MemberChange }) =>
      api.patch<Member>(`/members/${id}`, changes),
    onSuccess: (member) =>
      client.setQueryData(membersQuery.queryKey, (members) =>
        members?.map((one) => (one.id === member.id ? member : one)),
      ),
  })
}

export function useInvite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: InvitationDraft) => api.post<Invitation>('/invitations', draft),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
}

export function useResend() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<Invitation>(`/invitations/${id}/resend`),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
}

export function useWithdraw() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
}
