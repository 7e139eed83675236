/** One's own notices, how one is told, and the browsers that may be woken. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Page } from '@/api/types'

export type Notice = components['schemas']['NoticeOut']
export type Kind = Notice['kind']
export type Choices = components['schemas']['NoticeChoicesOut']
export type Ways = components['schemas']['WaysOut']
export type ChoicesChange = components['schemas']['NoticeChoicesIn']
export type Device = components['schemas']['PushDeviceOut']

export const countQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: () => api.get<{ unread: number }>('/notices/count'),
})

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'inbox', unread],
    queryFn: ({ pageParam }) =>
      api.get<Page<Notice>>('/notices', { unread, limit: 50, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? null,
  })

export const choicesQuery = queryOptions({
  queryKey: ['notices', 'choices'],
  queryFn: () => api.get<Choices>('/notice-choices'),
})

export const devicesQuery = queryOptions({
  queryKey: ['notices', 'devices'],
  queryFn: () => api.all<Device>('/push/devices'),
})

/** Marks notices as read; null: all of them. */
export function useRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[] | null) => api.post<{ unread: number }>('/notices/read', { ids }),
    onSuccess: (count) => {
      client.setQueryData(countQuery.queryKey, count)
      void client.invalidateQueries({ queryKey: ['notices', 'inbox'] })
    },
  })
}

/** One after the other, so that the last choice is the one that stays. */
export function useChoose() {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'notice-choices' },
    mutationFn: (change: ChoicesChange) => api.put<Choices>('/notice-choices', change),
    onSuccess: (choices) => client.setQueryData(choicesQuery.queryKey, choices),
  })
}
