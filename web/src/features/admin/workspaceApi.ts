/** What the screen of the workspace's data asks of the server. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { meQuery } from '@/api/me'
import type { components } from '@/api/schema'
import type { Page } from '@/api/types'

type Schemas = components['schemas']

export type WorkspaceExport = Schemas['ExportOfWorkspace']
export type Deletion = Schemas['DeletionOut']

const POLL_MS = 1500

export function isActive({ state }: WorkspaceExport): boolean {
  return state === 'queued' || state === 'running'
}

export const exportsQuery = queryOptions({
  queryKey: ['workspace', 'exports'],
  queryFn: async () => (await api.get<Page<WorkspaceExport>>('/workspace/exports')).items,
  // While one is written, its progress.
  refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL_MS : false),
})

export const deletionQuery = queryOptions({
  queryKey: ['workspace', 'deletion'],
  queryFn: () => api.get<Deletion>('/workspace/deletion'),
})

export function useStartExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (passages: boolean) =>
      api.post<WorkspaceExport>('/workspace/exports', { passages }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

export function useCancelExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<WorkspaceExport>(`/workspace/exports/${id}/cancellation`),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

/** The browser fetches the file by itself: it may be larger than a page can hold. */
export function useDownloadExport() {
  return useMutation({
    mutationFn: async (id: string) => {
      const { url } = await api.post<Schemas['ExportLink']>(`/workspace/exports/${id}/link`)
      const link = document.createElement('a')
      link.href = url
      link.download = ''
      link.click()
    },
  })
}

export function useAskForDeletion() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; days: number }) =>
      api.post<Deletion>('/workspace/deletion', body),
    onSuccess: (deletion) => {
      client.setQueryData(deletionQuery.queryKey, deletion)
      return client.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
}

export function useKeepWorkspace() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/workspace/deletion'),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: deletionQuery.queryKey }),
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  })
}
