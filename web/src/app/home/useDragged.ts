/** Dragging a widget over another by mouse, pen or finger: it takes that one's place. */
import { useState, type PointerEvent } from 'react'
import type { Widget } from '@/api/layout'

interface Dragged {
  name: Widget
  over: Widget
}

export function useDragged(onDrop: (name: Widget, over: Widget) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null)

  /** What the handle of a widget listens to. */
  const handle = (name: Widget) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDragged({ name, over: name })
    },
    onPointerMove: (event: PointerEvent) => {
      const over = widgetAt(event.clientX, event.clientY)
      if (over) setDragged((now) => now && { ...now, over })
    },
    onPointerUp: () => {
      setDragged(null)
      if (dragged && dragged.over !== name) onDrop(name, dragged.over)
    },
    onPointerCancel: () => setDragged(null),
  })

  return { dragged, handle }
}

function widgetAt(x: number, y: number): Widget | undefined {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-widget]')
  return found?.dataset.widget as Widget | undefined
}
