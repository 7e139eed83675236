/** A workspace's preferences for each role. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { meQuery } from '@/api/me'
import type { components } from '@/api/schema'

export type Defaults = components['schemas']['DefaultsOut']
type Changes = components['schemas']['DefaultsIn']

export const defaultsQuery = queryOptions({
  queryKey: ['preference-defaults'],
  queryFn: () => api.all<Defaults>('/preference-defaults'),
})

export function useChangeDefaults() {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'preference-defaults' },
    mutationFn: ({ role, changes }: { role: Defaults['role']; changes: Changes }) =>
      api.patch<Defaults>(`/preference-defaults/${role}`, changes),
    onSuccess: (saved) => {
      client.setQueryData(defaultsQuery.queryKey, (all) =>
        all?.map((one) => (one.role === saved.role ? saved : one)),
      )
      return Promise.all(
        [meQuery.queryKey, ['configuration']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
}
