/** Who is signed in and what they may do: asked once, shared by all screens. */
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api } from './client'
import type { Me, Permission } from './types'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.get<Me>('/me'),
  staleTime: 5 * 60_000,
})

/** Only below the signed-in layout, whose loader has fetched it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export function may(me: Me, permission: Permission): boolean {
  return me.permissions.includes(permission)
}

export function useUpdateMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: { name: string }) => api.patch<Me>('/me', changes),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
}
