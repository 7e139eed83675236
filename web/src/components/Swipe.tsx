import { useRef, useState, type ReactNode, type TouchEvent } from 'react'
import classes from './Swipe.module.css'

export interface SwipeAction {
  label: string
  icon: ReactNode
  run: () => void
}

interface SwipeProps {
  /** What a swipe towards the end of the line does, and one towards its start. */
  forwards: SwipeAction
  backwards: SwipeAction
  children: ReactNode
}

/** So far a finger goes before it means something. */
const ENOUGH = 72
const FURTHEST = 96
const BEGINS = 10

/** A row that acts when it is swiped; everything it does is in the row's menu too. */
export function Swipe({ forwards, backwards, children }: SwipeProps) {
  const start = useRef<{ x: number; y: number } | null>(null)
  const [moved, setMoved] = useState(0)
  const shown = moved > 0 ? forwards : moved < 0 ? backwards : null

  function begin({ touches }: TouchEvent): void {
    const touch = touches[0]
    start.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null
  }

  function move({ touches }: TouchEvent): void {
    const touch = touches[0]
    if (!start.current || !touch) return
    const across = touch.clientX - start.current.x
    const down = Math.abs(touch.clientY - start.current.y)
    if (moved === 0 && Math.abs(across) < BEGINS) return
    // Who scrolls doesn't swipe.
    if (moved === 0 && down > Math.abs(across)) start.current = null
    else setMoved(Math.max(-FURTHEST, Math.min(FURTHEST, across)))
  }

  function end(): void {
    start.current = null
    setMoved(0)
    if (Math.abs(moved) >= ENOUGH) shown?.run()
  }

  function cancel(): void {
    start.current = null
    setMoved(0)
  }

  return (
    <div
      className={classes.swipe}
      onTouchStart={begin}
      onTouchMove={move}
      onTouchEnd={end}
      onTouchCancel={cancel}
    >
      {shown && (
        <span
          className={classes.under}
          data-towards={moved > 0 ? 'end' : 'start'}
          data-enough={Math.abs(moved) >= ENOUGH || undefined}
          aria-hidden
        >
          {shown.icon}
          {shown.label}
        </span>
      )}
      <div
        className={classes.over}
        style={moved === 0 ? undefined : { transform: `translateX(${moved}px)` }}
      >
        {children}
      </div>
    </div>
  )
}
