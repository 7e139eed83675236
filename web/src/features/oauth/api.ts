/** Calls about applications that act for people. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Page } from '@/api/types'
import type { MessageKey } from '@/i18n'

type Schemas = components['schemas']
export type Application = Schemas['ApplicationOut']
export type ApplicationDraft = Schemas['NewApplicationIn']
export type Authorization = Schemas['AuthorizationOut']
export type Connected = Schemas['ConnectedOut']
export type Scope = ApplicationDraft['scopes'][number]

/** What an application may be registered for, the most usual first. */
export const SCOPES: Scope[] = [
  'openid',
  'profile',
  'email',
  'profile.read',
  'answers.ask',
  'search.use',
  'conversations.read',
  'documents.read',
  'documents.manage',
  'members.read',
  'companies.read',
  'events.stream',
]

/** What says who somebody is: nothing for an application that acts for itself. */
export const IDENTITY: Scope[] = ['openid', 'profile', 'email']

export const scopeKey = (scope: string) => `scope.${scope}` as MessageKey

export const applicationsQuery = queryOptions({
  queryKey: ['oauth', 'applications'],
  queryFn: () => api.all<Application>('/oauth/applications'),
})

export const connectionsQuery = (everyone: boolean) =>
  queryOptions({
    queryKey: ['oauth', 'connections', everyone],
    queryFn: async () => {
      const page = await api.get<Page<Connected>>('/oauth/connections', { everyone })
      return page.items
    },
  })

export const authorizationQuery = (request: string) =>
  queryOptions({
    queryKey: ['oauth', 'authorization', request],
    queryFn: () =>
      api.get<Authorization>(`/oauth/authorization?query=${encodeURIComponent(request)}`),
    staleTime: Infinity,
    retry: false,
  })

export const answerAuthorization = (query: string, allow: boolean) =>
  api.post<Schemas['LocationOut']>('/oauth/authorization', { query, allow })

export const narrowConnection = (id: string, scopes: string[]) =>
  api.patch<Connected>(`/oauth/connections/${id}`, { scopes })
