import { Button, VisuallyHidden } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Widget } from '@/api/layout'
import { useMe } from '@/api/me'
import { useUnsaved } from '@/api/preferences'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useFocusKept } from '@/components/arrange/ArrangeList'
import { IconHome, IconPlus, IconSliders, IconUndo } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { WidgetCard, type WidgetTools } from './WidgetCard'
import { useDragged } from './useDragged'
import { useHome, type Home } from './useHome'
import { WIDGETS } from './widgets'
import classes from './Home.module.css'

/** What matters to the person, at a glance; arranged on the page itself. */
export function HomeScreen() {
  const { t } = useTranslation()
  const me = useMe()
  const home = useHome()
  const unsaved = useUnsaved()
  const [editing, setEditing] = useState(false)
  const arranging = useArranging(home)
  const { dragged, handle } = useDragged((name, over) =>
    arranging.move(name, home.shown.indexOf(over) - home.shown.indexOf(name)),
  )
  const { shown, wide } = home

  const toolsOf = (name: Widget): WidgetTools => ({
    isFirst: name === shown[0],
    isLast: name === shown.at(-1),
    onMove: (by, button) => arranging.move(name, by, button),
    onWiden: () => arranging.widen(name),
    onRemove: () => arranging.remove(name),
    handle: handle(name),
  })

  return (
    <Page
      wide
      title={t('home.title')}
      description={t('layout.home.text')}
      actions={
        // Whoever looks through somebody else's eyes changes nothing.
        !me.preview &&
        !editing && (
          <Button
            variant="default"
            leftSection={<IconSliders size={16} />}
            onClick={() => setEditing(true)}
          >
            {t('layout.home.edit')}
          </Button>
        )
      }
    >
      {editing && (
        <EditBar home={home} onUndo={() => arranging.undo()} onDone={() => setEditing(false)} />
      )}
      {home.save.isError && (
        <ProblemNotice
          error={home.save.error}
          kept={t('layout.kept')}
          onRetry={() => home.save.mutate(unsaved)}
        />
      )}
      {shown.length === 0 && (
        <EmptyState icon={<IconHome size={22} />} title={t('layout.home.empty')}>
          {t('layout.home.emptyText')}
        </EmptyState>
      )}
      <ul className={classes.grid} aria-label={t('layout.widgets')}>
        {shown.map((name) => (
          <WidgetCard
            key={name}
            name={name}
            wide={wide.includes(name)}
            dragged={dragged?.name === name}
            over={dragged?.over === name && dragged.name !== name}
            tools={editing ? toolsOf(name) : null}
          />
        ))}
      </ul>
      {editing && <Adding home={home} onAdd={(name) => arranging.add(name)} />}
      <VisuallyHidden role="status">{arranging.said}</VisuallyHidden>
    </Page>
  )
}

/** What arranging says aloud, and where the focus goes when what had it is gone. */
function useArranging(home: Home) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const keepFocus = useFocusKept()
  const next = useRef('')
  useLayoutEffect(() => {
    const target = next.current && document.getElementById(next.current)
    if (!target) return
    next.current = ''
    target.focus()
  })
  const called = (name: Widget) => t(WIDGETS[name].title)

  return {
    said,
    move(name: Widget, by: number, button?: HTMLElement): void {
      const count = home.shown.length
      const place = home.shown.indexOf(name) + by
      if (place < 0 || place >= count) return
      if (button) keepFocus(button)
      setSaid(t('layout.placed', { name: called(name), place: place + 1, count }))
      home.move(name, by)
    },
    widen(name: Widget): void {
      const narrow = home.wide.includes(name)
      setSaid(t(`layout.home.${narrow ? 'narrowed' : 'widened'}`, { name: called(name) }))
      home.widen(name)
    },
    remove(name: Widget): void {
      next.current = `add-${name}`
      setSaid(t('layout.home.removed', { name: called(name) }))
      home.toggle(name)
    },
    add(name: Widget): void {
      next.current = `widget-${name}`
      setSaid(t('layout.home.added', { name: called(name) }))
      home.toggle(name)
    },
    undo(): void {
      setSaid(t('layout.home.undone'))
      home.undo?.()
    },
  }
}

interface EditBarProps {
  home: Home
  onUndo: () => void
  onDone: () => void
}

function EditBar({ home, onUndo, onDone }: EditBarProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.editing}>
      <p>{t('layout.home.editing')}</p>
      <div className={classes.adding}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconUndo size={16} />}
          disabled={home.undo === null}
          onClick={onUndo}
        >
          {t('layout.home.undo')}
        </Button>
        <Button variant="default" size="sm" disabled={!home.isOwn} onClick={home.reset}>
          {t('layout.reset')}
        </Button>
        <Button size="sm" onClick={onDone}>
          {t('layout.home.done')}
        </Button>
      </div>
    </div>
  )
}

function Adding({ home, onAdd }: { home: Home; onAdd: (name: Widget) => void }) {
  const { t } = useTranslation()
  const missing = home.there.filter((name) => !home.shown.includes(name))
  if (missing.length === 0) return null
  return (
    <section className={classes.add} aria-labelledby="add-widgets">
      <h2 id="add-widgets">{t('layout.home.add')}</h2>
      <div className={classes.adding}>
        {missing.map((name) => (
          <Button
            key={name}
            id={`add-${name}`}
            variant="default"
            size="sm"
            leftSection={<IconPlus size={16} />}
            aria-label={t('layout.home.addOne', { name: t(WIDGETS[name].title) })}
            onClick={() => onAdd(name)}
          >
            {t(WIDGETS[name].title)}
          </Button>
        ))}
      </div>
    </section>
  )
}
