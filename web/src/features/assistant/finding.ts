/** Finding conversations by what was said in them. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { ConversationsFound } from '@/api/types'
import type { ListFilters } from '@/components/list/useListState'
import { asked, type ListState } from './filing'

/** From this many characters on, what was said is looked through; below, the titles. */
export const LEAST_SOUGHT = 2

/** As many as are shown at once. */
export const MOST_FOUND = 50

/** Where is looked beside the list's own filters; `all`: not among one's own alone. */
export interface Among {
  all: boolean
  company: string
  person: string
  source: string
}

export const NOWHERE_ELSE: Among = { all: false, company: '', person: '', source: '' }

/** The filters of a list, without what a search has no use for. */
function narrowing(query: ListFilters): ListFilters {
  const names = Object.keys(query).filter((name) => name !== 'search' && name !== 'sort')
  return asked(Object.fromEntries(names.map((name) => [name, query[name] ?? ''])))
}

/** What was said in one's own conversations, or also in those of the companies one oversees. */
export const foundQuery = (state: ListState, query: ListFilters, among: Among) =>
  queryOptions({
    queryKey: ['conversations', 'found', state, query, among],
    queryFn: ({ signal }) =>
      api.get<ConversationsFound>(
        '/conversations/search',
        {
          ...narrowing(query),
          q: query.search ?? '',
          // Whether it is archived is a matter of one's own conversations alone.
          ...(among.all
            ? { of: 'any', company: among.company, person: among.person }
            : { of: 'own', state }),
          source: among.source,
          limit: MOST_FOUND,
        },
        signal,
      ),
    placeholderData: keepPreviousData,
    // A word that was said since must be found when it is looked for again.
    staleTime: 0,
  })
