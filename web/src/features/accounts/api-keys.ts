/** Calls about API keys. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { ApiKey, Page } from '@/api/types'

export type KeyPolicy = components['schemas']['KeyPolicyOut']
export type KeyState = '' | 'expiring' | 'unused'

export const KEYS = ['api-keys']

export const keysQuery = (q: string, state: KeyState) =>
  queryOptions({
    queryKey: [...KEYS, 'list', q, state],
    queryFn: async () => (await api.get<Page<ApiKey>>('/api-keys', { q, state })).items,
    placeholderData: keepPreviousData,
  })

export const keyPolicyQuery = queryOptions({
  queryKey: [...KEYS, 'policy'],
  queryFn: () => api.get<KeyPolicy>('/api-key-policy'),
})

/** Days of validity offered; 0 stands for no limit. */
const VALIDITY = [30, 90, 365, 0]

/** Those of them that the workspace allows, and its own longest. */
export function validities(longest: number | null): number[] {
  if (longest === null) return VALIDITY
  const shorter = VALIDITY.filter((days) => days > 0 && days < longest)
  return [...shorter, longest]
}

/** When a key ends that is made now. */
export function endOf(days: number): string | null {
  return days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : null
}
