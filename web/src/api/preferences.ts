/** What the person prefers: shown at once, kept on the server, followed by every device. */
import {
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { api } from './client'
import { meQuery, useMe } from './me'
import type { components } from './schema'

export type Preferences = components['schemas']['PreferencesOut']
/** A field left out stays; null follows the workspace's default. */
export type PreferenceChanges = components['schemas']['PreferencesIn']

/** Choices that the server has not taken (yet): they hold on this device all the same. */
const NONE: PreferenceChanges = {}
const UNSAVED = ['unsaved-preferences'] as const

export function useUnsaved(): PreferenceChanges {
  const { data } = useQuery<PreferenceChanges>({
    queryKey: UNSAVED,
    queryFn: skipToken,
    initialData: NONE,
    gcTime: Infinity,
  })
  return data ?? NONE
}

/** What holds on this device: the server's word, but for what is still on its way there. */
export function usePreferences(): Preferences {
  return merged(useMe().preferences, useUnsaved())
}

export function merged(held: Preferences, unsaved: PreferenceChanges): Preferences {
  const given = Object.entries(unsaved).filter(([, value]) => value !== null)
  return { ...held, ...(Object.fromEntries(given) as Partial<Preferences>) }
}

/** One after the other, so that the last choice is the one that stays. */
export function useChangePreferences() {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'preferences' },
    mutationFn: (changes: PreferenceChanges) => api.patch<Preferences>('/me/preferences', changes),
    onMutate: (changes) => {
      client.setQueryData<PreferenceChanges>(UNSAVED, (waiting) => ({ ...waiting, ...changes }))
    },
    onSuccess: (preferences, changes) => {
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, preferences })
      forget(client, changes)
    },
  })
}

/** What was saved waits no more, unless something else has been chosen since. */
function forget(client: QueryClient, saved: PreferenceChanges): void {
  client.setQueryData<PreferenceChanges>(UNSAVED, (waiting = {}) =>
    Object.fromEntries(
      Object.entries(waiting).filter(
        ([name, value]) => saved[name as keyof PreferenceChanges] !== value,
      ),
    ),
  )
}
