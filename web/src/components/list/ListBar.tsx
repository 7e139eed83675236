import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { Suspense, lazy } from 'react'
import type { FilteredList } from '@/api/types'
import { IconFilter, IconSearch } from '@/components/icons'
import { useTranslation } from '@/i18n'
import type { ColumnChoice } from './useArranged'
import type { ListState } from './useListState'
import classes from './List.module.css'

const SavedFilters = lazy(() => import('./SavedFilters'))
const ColumnsMenu = lazy(() => import('./ColumnsMenu'))

interface Option {
  value: string
  label: string
}

export interface ListFilter {
  name: string
  /** Says what is filtered by; shown while nothing is chosen. */
  label: string
  options: (Option | { group: string; items: Option[] })[]
}

export interface ListSort {
  value: string
  label: string
}

interface ListBarProps {
  state: ListState
  /** What is searched, as the field's name. */
  search: string
  filters?: ListFilter[]
  /** For cards, which have no headings to sort by. */
  sorts: ListSort[]
  /** The list's name, where its filters can be kept. */
  saved?: FilteredList
  /** The list's columns, where the reader may choose among them. */
  columns?: ColumnChoice | undefined
}

/** Whether there is room for a table. */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
}

/** Search and filters; on a phone the filters open below the search, with the sorting. */
export function ListBar(props: ListBarProps) {
  const { state, search, filters = [], sorts, saved, columns } = props
  const { t } = useTranslation()
  const wide = useIsWide()
  const [opened, { toggle }] = useDisclosure(false)
  const set = filters.filter(({ name }) => state.filters[name] !== '').length
  return (
    <search className={classes.bar}>
      <TextInput
        className={classes.search}
        aria-label={search}
        placeholder={search}
        leftSection={<IconSearch size={16} />}
        rightSection={
          state.search !== '' && (
            <CloseButton aria-label={t('list.clearSearch')} onClick={() => state.setSearch('')} />
          )
        }
        maxLength={200}
        value={state.search}
        onChange={(event) => state.setSearch(event.currentTarget.value)}
      />
      {!wide && (
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {set > 0 ? t('list.filtersSet', { count: set }) : t('list.filters')}
        </Button>
      )}
      {(wide || opened) && (
        <div className={classes.filters}>
          {filters.map(({ name, label, options }) => (
            <NativeSelect
              key={name}
              aria-label={label}
              data-set={state.filters[name] !== '' || undefined}
              value={state.filters[name] ?? ''}
              onChange={(event) => state.setFilter(name, event.currentTarget.value)}
              data={[{ value: '', label }, ...options]}
            />
          ))}
          {!wide && (
            <NativeSelect
              aria-label={t('list.sort')}
              value={state.sort}
              onChange={(event) => state.setSort(event.currentTarget.value)}
              data={sorts.map((sort) => ({
                ...sort,
                label: t('list.sortBy', { name: sort.label }),
              }))}
            />
          )}
          {state.narrowed && (
            <Button variant="subtle" size="compact-sm" onClick={state.clear}>
              {t('list.clear')}
            </Button>
          )}
        </div>
      )}
      {saved && (
        <Suspense>
          <SavedFilters list={saved} state={state} />
        </Suspense>
      )}
      {columns && (
        <Suspense>
          <ColumnsMenu {...columns} />
        </Suspense>
      )}
    </search>
  )
}
