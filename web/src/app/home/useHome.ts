/** The home page's widgets as the reader has arranged them, and what arranging does. */
import { useState } from 'react'
import { kept, moved, toggled, type Widget } from '@/api/layout'
import { useMe } from '@/api/me'
import { useChangePreferences, usePreferences, type PreferenceChanges } from '@/api/preferences'
import { EVERY_WIDGET, WIDE, shownWidgets, widgetsFor } from './widgets'

type HomeChanges = Pick<PreferenceChanges, 'widgets' | 'wide_widgets'>

export function useHome() {
  const { permissions } = useMe()
  const held = usePreferences()
  const save = useChangePreferences()
  /** What was before each change made since the page was opened. */
  const [before, setBefore] = useState<HomeChanges[]>([])
  const there = widgetsFor(permissions)
  const shown = shownWidgets(permissions, held.widgets)
  const wide: readonly Widget[] = held.wide_widgets ?? WIDE

  /** What is chosen now; null where the role's own holds. */
  const own = <Name extends 'widgets' | 'wide_widgets'>(name: Name) =>
    held.chosen.includes(name) ? (held[name] ?? null) : null

  function change(changes: HomeChanges): void {
    setBefore((all) => [...all, { widgets: own('widgets'), wide_widgets: own('wide_widgets') }])
    save.mutate(changes)
  }

  const arrange = (next: Widget[]) =>
    change({ widgets: kept(next, there, held.widgets, EVERY_WIDGET) })

  return {
    there,
    shown,
    wide,
    save,
    arrange,
    move: (name: Widget, by: number) => arrange(moved(shown, name, by)),
    toggle: (name: Widget) => arrange(toggled(shown, name)),
    widen: (name: Widget) => change({ wide_widgets: toggled(wide, name) }),
    isOwn: own('widgets') !== null || own('wide_widgets') !== null,
    reset: () => change({ widgets: null, wide_widgets: null }),
    undo:
      before.length === 0
        ? null
        : () => {
            save.mutate(before.at(-1) ?? {})
            setBefore((all) => all.slice(0, -1))
          },
  }
}

export type Home = ReturnType<typeof useHome>
