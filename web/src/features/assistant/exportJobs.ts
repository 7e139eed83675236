/** Exports of many conversations, which the server makes in the background and keeps for days. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { address, api, send } from '@/api/client'
import { nameOf, saveFile } from '@/api/saveFile'
import type { components } from '@/api/schema'
import type { ConversationsExport, Page } from '@/api/types'
import type { ListFilters } from '@/components/list/useListState'

type Schemas = components['schemas']

export type ConversationExport = Schemas['ConversationExportOut']
export type Format = ConversationsExport['format']

/** Conversations by their ids, all that a list holds, or the same as an earlier export. */
export type Wanted = { ids: string[] } | { filter: ListFilters } | { again: string }

/** More are made by a job. */
export const MOST_AT_ONCE = 100

/** A list's filters without those that narrow nothing. */
export function narrowing(filter: ListFilters): ListFilters {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}

const POLL_MS = 3000

export function isActive({ state }: ConversationExport): boolean {
  return state === 'waiting' || state === 'running'
}

export const exportJobsQuery = queryOptions({
  queryKey: ['conversation-exports'],
  queryFn: async () =>
    (await api.get<Page<ConversationExport>>('/conversation-exports', { limit: 50 })).items,
  // Beside the live events, which a network may keep back.
  refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL_MS : false),
})

function useJob<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: exportJobsQuery.queryKey }),
  })
}

export const useStartExport = () =>
  useJob((body: { wanted: Wanted; format: Format }) =>
    api.post<ConversationExport>('/conversation-exports', body),
  )

export const useCancelExport = () =>
  useJob((id: string) => api.post<ConversationExport>(`/conversation-exports/${id}/cancel`))

export const useDeleteExport = () =>
  useJob((id: string) => api.delete(`/conversation-exports/${id}`))

export const useFetchExport = () =>
  useJob(async ({ id, file_name }: ConversationExport) => {
    const response = await send(address(`/conversation-exports/${id}/file`))
    saveFile(await response.blob(), nameOf(response, file_name))
  })
