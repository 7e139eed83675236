/** A list's columns as the reader has arranged them. */
import { COLUMNS, arranged, type ArrangedList } from '@/api/layout'
import { usePreferences } from '@/api/preferences'
import type { Column } from './DataList'

/** What the menu of columns needs, without knowing the rows. */
export interface ColumnChoice {
  list: ArrangedList
  /** The columns that may be hidden, as the product orders them. */
  there: { key: string; label: string }[]
}

interface Arranged<Row> {
  columns: Column<Row>[]
  choice: ColumnChoice
}

/** The column that names the row stays first; the others are those chosen, in their order. */
export function useArranged<Row>(list: ArrangedList, all: Column<Row>[]): Arranged<Row> {
  const chosen = usePreferences()[`columns_${list}`]
  const known: readonly string[] = COLUMNS[list]
  const there = all.filter(({ key }) => known.includes(key))
  const fixed = all.filter(({ key }) => !known.includes(key))
  const keys = arranged(
    there.map(({ key }) => key),
    chosen,
  )
  const shown = keys.flatMap((key) => there.filter((column) => column.key === key))
  return { columns: [...fixed, ...shown], choice: { list, there } }
}
