/** What the documents' screens ask of the server, and how live events change what they know. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { api } from '@/api/client'
import type { AudienceChoice, Document, DocumentStatus, Folder, Page } from '@/api/types'

export interface DocumentFilters {
  query: string
  status: DocumentStatus | ''
  folder: string
}

const PAGE_SIZE = 50
const LIST_KEY = ['documents'] as const

export const documentsQuery = (filters: DocumentFilters) =>
  infiniteQueryOptions({
    queryKey: [...LIST_KEY, filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Document>>(
        '/documents',
        { ...filters, limit: PAGE_SIZE, cursor: pageParam, sort: '-updated_at' },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before) => before,
  })

export const foldersQuery = queryOptions({
  queryKey: ['folders'],
  queryFn: async () => (await api.get<{ items: Folder[] }>('/folders')).items,
  staleTime: 60_000,
})

type List = InfiniteData<Page<Document>, string | null>

function changeLists(client: QueryClient, change: (items: Document[]) => Document[]): void {
  client.setQueriesData<List>({ queryKey: LIST_KEY }, (list) =>
    list
      ? { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) }
      : list,
  )
}

export function refreshDocuments(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: LIST_KEY })
  void client.invalidateQueries({ queryKey: foldersQuery.queryKey })
}

interface Progress {
  id: string
  status: DocumentStatus
  progress: number
}

/** Documents still on their way move by events; one that ended is read again for its details. */
export function applyProgress(client: QueryClient, { id, status, progress }: Progress): void {
  changeLists(client, (items) =>
    items.map((item) => (item.id === id ? { ...item, status, progress } : item)),
  )
  if (status === 'ready' || status === 'failed') refreshDocuments(client)
}

export function forgetDocument(client: QueryClient, id: string): void {
  changeLists(client, (items) => items.filter((item) => item.id !== id))
}

export function useDeleteDocuments() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map((id) => api.delete(`/documents/${id}`))),
    onMutate: (ids) => ids.forEach((id) => forgetDocument(client, id)),
    onSettled: () => refreshDocuments(client),
  })
}

export function useRestoreDocuments() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) =>
      Promise.all(ids.map((id) => api.post<Document>(`/documents/${id}/restoration`))),
    onSettled: () => refreshDocuments(client),
  })
}

export function useRetryDocument() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post(`/documents/${id}/retry`),
    onSuccess: () => refreshDocuments(client),
  })
}

export function useSetAudience() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, audience }: { ids: string[]; audience: AudienceChoice | null }) =>
      Promise.all(ids.map((id) => api.patch<Document>(`/documents/${id}`, { audience }))),
    onSettled: () => refreshDocuments(client),
  })
}

export function useSetFolderAudience() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { path: string; audience: AudienceChoice | null }) =>
      api.put('/folders/audience', change),
    onSettled: () => refreshDocuments(client),
  })
}
