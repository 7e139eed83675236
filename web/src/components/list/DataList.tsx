import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconArrowDown, IconArrowUp } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useIsWide } from './ListBar'
import type { ListSelection } from './useListSelection'
import type { ListState } from './useListState'
import classes from './List.module.css'

export interface Column<Row> {
  key: string
  label: string
  /** The sort that its heading asks for; `-` before it where the other way round comes first. */
  sort?: string
  cell: (row: Row) => ReactNode
}

interface DataListProps<Row> {
  label: string
  rows: Row[]
  /** The first names the row. */
  columns: Column<Row>[]
  state: ListState
  /** The row in a word, for its checkbox. */
  nameOf: (row: Row) => string
  selection?: ListSelection | undefined
  /** What can be done with a row, at its end. */
  actions?: ((row: Row) => ReactNode) | undefined
  /** Shown quieter. */
  isQuiet?: (row: Row) => boolean
}

/** A table where there is room, cards on a phone. */
export function DataList<Row extends { id: string }>(props: DataListProps<Row>) {
  return useIsWide() ? <Table {...props} /> : <Cards {...props} />
}

function Table<Row extends { id: string }>(props: DataListProps<Row>) {
  const { label, rows, columns, state, selection, actions, isQuiet } = props
  const { t } = useTranslation()
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className={classes.check}>
              <ChooseShown selection={selection} />
            </th>
          )}
          {columns.map((column) => (
            <Heading key={column.key} column={column} state={state} />
          ))}
          {actions && (
            <th scope="col">
              <span className={classes.hidden}>{t('list.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-quiet={isQuiet?.(row) === true ? true : undefined}>
            {selection && (
              <td className={classes.check}>
                <Choose row={row} {...props} selection={selection} />
              </td>
            )}
            {columns.map(({ key, cell }, place) =>
              place === 0 ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key}>{cell(row)}</td>
              ),
            )}
            {actions && <td className={classes.actions}>{actions(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards<Row extends { id: string }>(props: DataListProps<Row>) {
  const { label, rows, columns, selection, actions, isQuiet } = props
  const [first, ...others] = columns
  return (
    <>
      {selection && (
        <div className={classes.chooseShown}>
          <ChooseShown selection={selection} named />
        </div>
      )}
      <ul className={classes.cards} aria-label={label}>
        {rows.map((row) => (
          <li
            key={row.id}
            className={classes.card}
            data-quiet={isQuiet?.(row) === true ? true : undefined}
          >
            {selection && <Choose row={row} {...props} selection={selection} />}
            <div className={classes.cardBody}>
              {first?.cell(row)}
              <dl className={classes.facts}>
                {others.map(({ key, label: name, cell }) => (
                  <div key={key}>
                    <dt>{name}</dt>
                    <dd>{cell(row)}</dd>
                  </div>
                ))}
              </dl>
            </div>
            {actions && <div className={classes.actions}>{actions(row)}</div>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Heading<Row>({ column, state }: { column: Column<Row>; state: ListState }) {
  const { label, sort } = column
  if (sort === undefined) return <th scope="col">{label}</th>
  const name = sort.replace('-', '')
  const active = state.sort.replace('-', '') === name
  const down = state.sort.startsWith('-')
  const other = down ? name : `-${name}`
  const Arrow = down ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" aria-sort={active ? (down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => state.setSort(active ? other : sort)}
      >
        {label}
        {active && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  )
}

function ChooseShown({ selection, named = false }: { selection: ListSelection; named?: boolean }) {
  const { t } = useTranslation()
  return (
    <Checkbox
      aria-label={named ? undefined : t('list.chooseShown')}
      label={named ? t('list.chooseShown') : undefined}
      checked={selection.shown === 'all'}
      indeterminate={selection.shown === 'some'}
      onChange={selection.toggleShown}
    />
  )
}

interface ChooseProps<Row> {
  row: Row
  nameOf: (row: Row) => string
  selection: ListSelection
}

function Choose<Row extends { id: string }>({ row, nameOf, selection }: ChooseProps<Row>) {
  const { t } = useTranslation()
  return (
    <Checkbox
      aria-label={t('list.choose', { name: nameOf(row) })}
      checked={selection.has(row.id)}
      onChange={() => selection.toggle(row.id)}
    />
  )
}
