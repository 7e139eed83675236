import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'

/** Filters by name; `''` is any. */
export type ListFilters = Record<string, string>

export interface ListState {
  search: string
  filters: ListFilters
  /** `name`, or `-name` the other way round. */
  sort: string
  /** What the server is asked; the search is in it once typing pauses. */
  query: ListFilters
  /** Whether anything is left out. */
  narrowed: boolean
  setSearch: (text: string) => void
  setFilter: (name: string, value: string) => void
  setSort: (sort: string) => void
  clear: () => void
  /** Takes over search, filters and sort; a filter that the list doesn't have is left out. */
  apply: (settings: ListSettings) => void
}

/** What tells one way to look at a list from another. */
export interface ListSettings {
  search: string
  sort: string
  filters?: ListFilters
}

/** Search, filters and sort of one list. `none` names all its filters. */
export function useListState(none: ListFilters, firstSort: string): ListState {
  const [search, setSearch] = useState('')
  const [filters, setFilters] = useState(none)
  const [sort, setSort] = useState(firstSort)
  const [settled] = useDebouncedValue(search.trim(), 250)
  const query = useMemo(() => ({ ...filters, search: settled, sort }), [filters, settled, sort])
  return {
    search,
    filters,
    sort,
    query,
    narrowed: search.trim() !== '' || Object.values(filters).some((value) => value !== ''),
    setSearch,
    setFilter: (name, value) => setFilters((now) => ({ ...now, [name]: value })),
    setSort,
    clear: () => {
      setSearch('')
      setFilters(none)
    },
    apply: (settings) => {
      const known = Object.keys(none)
      const wanted = Object.entries(settings.filters ?? {}).filter(([name]) => known.includes(name))
      setSearch(settings.search)
      setFilters({ ...none, ...Object.fromEntries(wanted) })
      setSort(settings.sort || firstSort)
    },
  }
}
