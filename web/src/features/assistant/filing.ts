/** Keeping one's conversations in order: what is changed shows at once, and can be taken back. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { api } from '@/api/client'
import { readAgain } from '@/api/readAgain'
import type {
  ConversationChange,
  ConversationFolder,
  ConversationFolders,
  ConversationSummary,
  Filing,
  ManyConversationsChange,
  Page,
} from '@/api/types'
import type { ListFilters } from '@/components/list/useListState'
import { conversationQuery, conversationsQuery } from './api'

export type ListState = 'active' | 'archived' | 'deleted'

export const foldersQuery = queryOptions({
  queryKey: ['conversations', 'folders'],
  queryFn: () => api.get<ConversationFolders>('/conversation-folders'),
})

export const conversationFilters: ListFilters = {
  period: '',
  outcome: '',
  rated: '',
  language: '',
  folder: '',
  tag: '',
}

const PAGE = 50

/** How many days each period looks back, today included. */
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 }

/** The filters as the server takes them: a period is a first day there. */
export function asked({ period, ...query }: ListFilters): ListFilters {
  const days = DAYS[period ?? '']
  if (days === undefined) return query
  const first = new Date(Date.now() - (days - 1) * 86_400_000)
  return { ...query, since: first.toISOString().slice(0, 10) }
}

/** One's own conversations in a state, found and sorted, in pages. */
export const filedQuery = (state: ListState, query: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'list', state, query],
    queryFn: ({ pageParam }) =>
      api.get<Page<ConversationSummary>>('/conversations', {
        ...asked(query),
        state,
        limit: PAGE,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  })

type Listed = ConversationSummary[] | InfiniteData<Page<ConversationSummary>> | ConversationFolders

function changeListed(
  data: Listed | undefined,
  change: (row: ConversationSummary) => ConversationSummary,
): Listed | undefined {
  if (!data) return data
  if (Array.isArray(data)) return data.map(change)
  if ('pages' in data) {
    return {
      ...data,
      pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })),
    }
  }
  return data
}

/** Shows a change everywhere before the server has confirmed it. */
function foresee(client: QueryClient, id: string, body: ConversationChange): void {
  const { title, ...filed } = body
  const changed = <Row extends { title: string; filing?: Filing | null }>(row: Row): Row => ({
    ...row,
    title: title ?? row.title,
    filing: row.filing ? { ...row.filing, ...filed } : row.filing,
  })
  client.setQueriesData<Listed>({ queryKey: conversationsQuery.queryKey }, (data) =>
    changeListed(data, (row) => (row.id === id ? changed(row) : row)),
  )
  client.setQueryData(conversationQuery(id).queryKey, (known) => known && changed(known))
}

function refresh(client: QueryClient): Promise<void> {
  return readAgain(client, conversationsQuery.queryKey)
}

export function useChangeConversation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: ConversationChange }) =>
      api.patch<Filing>(`/conversations/${id}`, body),
    onMutate: ({ id, body }) => foresee(client, id, body),
    // What was foreseen and did not come true is read again.
    onError: (_, { id }) => client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
    onSettled: () => refresh(client),
  })
}

/** As many as one request changes: all of them or, on an error, none. */
const A_REQUEST = 100

/** A request failed after others had been carried out. */
export class PartlyChanged extends Error {
  constructor(
    readonly done: string[],
    readonly reason: unknown,
  ) {
    super('some are changed, and some are not')
  }
}

/** Changes many, a request's worth after the other. Throws `PartlyChanged` when it got stuck. */
export async function changeConversations({
  ids,
  ...changes
}: ManyConversationsChange): Promise<void> {
  for (let at = 0; at < ids.length; at += A_REQUEST) {
    try {
      await api.post('/conversations/changes', { ids: ids.slice(at, at + A_REQUEST), ...changes })
    } catch (error) {
      throw at === 0 ? error : new PartlyChanged(ids.slice(0, at), error)
    }
  }
}

export function useChangeConversations() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: changeConversations,
    onSettled: (_, __, { ids }) => {
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
      }
      return refresh(client)
    },
  })
}

export function useFolderChanges() {
  const client = useQueryClient()
  const onSettled = () => refresh(client)
  const create = useMutation({
    mutationFn: (name: string) => api.post<ConversationFolder>('/conversation-folders', { name }),
    onSettled,
  })
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      api.put<ConversationFolder>(`/conversation-folders/${id}`, { name }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/conversation-folders/${id}`),
    onSettled,
  })
  return { create, rename, remove }
}
