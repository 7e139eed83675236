import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { DocumentView, Passage } from '@/api/types'

export const viewQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['document-view', documentId],
    queryFn: () => api.get<DocumentView>(`/documents/${documentId}/view`),
    staleTime: 60_000,
  })

export const passageQuery = (documentId: string, passageId: string) =>
  queryOptions({
    queryKey: ['passage', documentId, passageId],
    queryFn: () => api.get<Passage>(`/documents/${documentId}/passages/${passageId}`),
    staleTime: Infinity,
  })
