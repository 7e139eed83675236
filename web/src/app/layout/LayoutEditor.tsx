import { Checkbox, Stack } from '@mantine/core'
import { COLUMNS, arranged, kept, toggled, type ArrangedList, type Widget } from '@/api/layout'
import type { PreferenceChanges } from '@/api/preferences'
import type { Permission } from '@/api/types'
import { ArrangeList } from '@/components/arrange/ArrangeList'
import { useTranslation } from '@/i18n'
import { ENTRIES, EVERY_ENTRY, entriesFor, shownEntries } from '../entries'
import { EVERY_WIDGET, WIDE, WIDGETS, shownWidgets, widgetsFor } from '../home/widgets'
import { LISTS, listsFor } from './lists'
import classes from './Layout.module.css'

export type Layout = Pick<
  PreferenceChanges,
  'widgets' | 'wide_widgets' | 'sidebar' | `columns_${ArrangedList}`
>

export const LAYOUT_FIELDS = [
  'widgets',
  'wide_widgets',
  'sidebar',
  'columns_members',
  'columns_invitations',
  'columns_conversations',
  'columns_requests',
  'columns_companies',
] as const satisfies (keyof Layout)[]

/** Changes that take every arrangement back. */
export const NO_LAYOUT: Layout = Object.fromEntries(LAYOUT_FIELDS.map((field) => [field, null]))

interface LayoutEditorProps {
  layout: Layout
  /** Of those for whom it is arranged: what they may not see is not offered. */
  permissions: readonly Permission[]
  onChange: (changes: Layout) => void
}

/** The home page, the sidebar and the columns, as lists to tick and to order. */
export function LayoutEditor({ layout, permissions, onChange }: LayoutEditorProps) {
  const { t } = useTranslation()
  const widgets = widgetsFor(permissions)
  const shown = shownWidgets(permissions, layout.widgets)
  const wide = layout.wide_widgets ?? WIDE
  return (
    <>
      <section className={classes.part} aria-labelledby="layout-sidebar">
        <h2 id="layout-sidebar">{t('layout.sidebar')}</h2>
        <p className={classes.hint}>{t('layout.sidebarHint')}</p>
        <ArrangeList
          label={t('layout.sidebar')}
          there={entriesFor(permissions)}
          shown={shownEntries(permissions, layout.sidebar)}
          nameOf={(name) => t(ENTRIES[name].label)}
          onChange={(next) =>
            onChange({ sidebar: kept(next, entriesFor(permissions), layout.sidebar, EVERY_ENTRY) })
          }
        />
      </section>
      <section className={classes.part} aria-labelledby="layout-widgets">
        <h2 id="layout-widgets">{t('layout.widgets')}</h2>
        <p className={classes.hint}>{t('layout.widgetsHint')}</p>
        <ArrangeList
          label={t('layout.widgets')}
          there={widgets}
          shown={shown}
          nameOf={(name) => t(WIDGETS[name].title)}
          onChange={(next) =>
            onChange({ widgets: kept(next, widgets, layout.widgets, EVERY_WIDGET) })
          }
        />
        <Widths
          shown={shown}
          wide={wide}
          onToggle={(name) => onChange({ wide_widgets: toggled(wide, name) })}
        />
      </section>
      {listsFor(permissions).map((list) => (
        <Columns key={list} list={list} layout={layout} onChange={onChange} />
      ))}
    </>
  )
}

interface WidthsProps {
  shown: readonly Widget[]
  wide: readonly Widget[]
  onToggle: (name: Widget) => void
}

function Widths({ shown, wide, onToggle }: WidthsProps) {
  const { t } = useTranslation()
  if (shown.length === 0) return null
  return (
    <fieldset className={classes.widths}>
      <legend>{t('layout.wide')}</legend>
      <Stack gap="xs">
        {shown.map((name) => (
          <Checkbox
            key={name}
            label={t(WIDGETS[name].title)}
            checked={wide.includes(name)}
            onChange={() => onToggle(name)}
          />
        ))}
      </Stack>
    </fieldset>
  )
}

interface ColumnsProps extends Pick<LayoutEditorProps, 'layout' | 'onChange'> {
  list: ArrangedList
}

function Columns({ list, layout, onChange }: ColumnsProps) {
  const { t } = useTranslation()
  const { title, columns } = LISTS[list]
  const label = t('layout.columnsOf', { list: t(title) })
  const names: readonly string[] = COLUMNS[list]
  const field = `columns_${list}` as const
  return (
    <section className={classes.part} aria-labelledby={`layout-${list}`}>
      <h2 id={`layout-${list}`}>{label}</h2>
      <p className={classes.hint}>{t('layout.columnsHint')}</p>
      <ArrangeList
        label={label}
        there={names}
        shown={arranged(names, layout[field])}
        nameOf={(name) => {
          const word = columns[name]
          return word ? t(word) : name
        }}
        onChange={(next) => onChange({ [field]: next })}
      />
    </section>
  )
}
