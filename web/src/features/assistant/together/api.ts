/** What people do in a conversation together, as the server takes it. */
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { address, api, jsonBody, send } from '@/api/client'
import { isProblem } from '@/api/problem'
import { readAgain } from '@/api/readAgain'
import type {
  AssignmentChange,
  ConversationLink,
  Conversation,
  LinkedConversation,
  Message,
  NewConversationLink,
  Note,
  Participant,
  Person,
  Summary,
} from '@/api/types'
import { letWait } from '@/offline/letWait'
import { conversationQuery, conversationsQuery } from '../api'

const of = (id: string) => `/conversations/${id}`

export interface Written {
  text: string
  mentions: string[]
  /** Ids of the files that go with a message. */
  attachments?: string[]
}

/** Shows the conversation anew, and what lists tell of it. */
export function refresh(client: QueryClient, id: string): void {
  void readAgain(client, conversationQuery(id).queryKey)
  void readAgain(client, conversationsQuery.queryKey)
}

function change(client: QueryClient, id: string, next: (now: Conversation) => Conversation): void {
  client.setQueryData(conversationQuery(id).queryKey, (now) => now && next(now))
}

/**
 * One key for each text, so that trying again after a lost answer writes nothing twice. Without
 * the net it waits in the browser, and nothing has been written yet (`null`).
 */
export function useWrite(id: string, kind: 'messages' | 'notes') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ key, ...body }: Written & { key: string }) => {
      const { attachments, ...written } = body
      const special: Record<string, string[]> = attachments ? { attachments } : {}
      const wait = (sent?: string) =>
        letWait({ to: kind, conversation_id: id, special, ...written, sent })
      if (!navigator.onLine && (await wait())) return null
      try {
        const response = await send(address(`${of(id)}/${kind}`), jsonBody('POST', body, key))
        return (await response.json()) as Message | Note
      } catch (error) {
        // Perhaps it arrived, and only the answer did not: it waits under the same key.
        if (isProblem(error) && error.code === 'network.unreachable' && (await wait(key)))
          return null
        throw error
      }
    },
    onSuccess: (written) => {
      if (written === null) return
      change(client, id, (now) =>
        kind === 'notes'
          ? { ...now, notes: added(now.notes, written as Note) }
          : { ...now, messages: added(now.messages, written as Message) },
      )
      refresh(client, id)
    },
  })
}

function added<Row extends { id: string }>(rows: Row[], row: Row): Row[] {
  return rows.some(({ id }) => id === row.id) ? rows : [...rows, row]
}

export interface Presence {
  typing?: boolean
  read?: boolean
  left?: boolean
}

/** What is true for a moment alone: no answer of it is kept to be told again. */
function passing(presence: Presence): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(presence),
  }
}

export async function tellPresence(
  client: QueryClient,
  id: string,
  presence: Presence,
): Promise<void> {
  const response = await send(address(`${of(id)}/presence`), passing(presence))
  const { items } = (await response.json()) as { items: Participant[] }
  change(client, id, (now) => ({ ...now, people: items }))
}

/** Also while the page is being closed. */
export function tellLeft(id: string): void {
  void fetch(address(`${of(id)}/presence`), {
    ...passing({ left: true }),
    credentials: 'same-origin',
    keepalive: true,
  }).catch(() => undefined)
}

export const candidatesQuery = (id: string, search: string) =>
  queryOptions({
    queryKey: ['candidates', id, search],
    queryFn: async () =>
      (await api.get<{ items: Person[] }>(`${of(id)}/candidates`, { search })).items,
    staleTime: 30_000,
  })

export const summaryQuery = (id: string, said: number) =>
  queryOptions({
    queryKey: ['summary', id, said],
    queryFn: () => api.get<Summary>(`${of(id)}/summary`),
  })

export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation-links', id],
    queryFn: async () => (await api.get<{ items: ConversationLink[] }>(`${of(id)}/links`)).items,
  })

export const linkedQuery = (token: string) =>
  queryOptions({
    queryKey: ['linked-conversation', token],
    queryFn: () => api.get<LinkedConversation>(`/shared-conversations/${token}`),
    retry: false,
  })

export function useAssign(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: Partial<AssignmentChange> & Pick<AssignmentChange, 'status'>) =>
      api.put(`${of(id)}/assignment`, wanted),
    onSettled: () => refresh(client, id),
  })
}

export function useSharing(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shared: boolean) => api.put(`${of(id)}/sharing`, { shared }),
    onMutate: (shared) => change(client, id, (now) => ({ ...now, shared })),
    onSettled: () => refresh(client, id),
  })
}

export function useLetIn(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (member: string) => api.post(`${of(id)}/people`, { member_ids: [member] }),
    onSuccess: () => {
      refresh(client, id)
      void client.invalidateQueries({ queryKey: ['candidates', id] })
    },
  })
}

export function useTakeOut(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (member: string) => api.delete(`${of(id)}/people/${member}`),
    onSuccess: () => {
      refresh(client, id)
      void client.invalidateQueries({ queryKey: ['candidates', id] })
    },
  })
}

export function useMakeLink(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (days: number) => api.post<NewConversationLink>(`${of(id)}/links`, { days }),
    onSuccess: () => void client.invalidateQueries(linksQuery(id)),
  })
}

export function useWithdrawLink(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (link: string) => api.delete(`/conversation-links/${link}`),
    onSuccess: () => void client.invalidateQueries(linksQuery(id)),
  })
}
