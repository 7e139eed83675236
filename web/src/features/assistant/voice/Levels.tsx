import { useEffect, useRef } from 'react'
import type { Microphone } from './microphone'
import classes from './Dictate.module.css'

/** The last moments, the newest at the right. */
const BARS = 16
const CALM_MS = 400

/** How loud it is, and was just now. Where motion is unwelcome, a few times a second. */
export function Levels({ microphone }: { microphone: Microphone }) {
  const bars = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const levels = Array<number>(BARS).fill(0)
    const timer = setInterval(
      () => {
        levels.shift()
        levels.push(microphone.level())
        Array.from(bars.current?.children ?? []).forEach((bar, place) => {
          ;(bar as HTMLElement).style.setProperty('--level', String(levels[place] ?? 0))
        })
      },
      calm ? CALM_MS : 60,
    )
    return () => clearInterval(timer)
  }, [microphone])
  return (
    <span ref={bars} className={classes.levels} aria-hidden data-testid="levels">
      {Array.from({ length: BARS }, (_, place) => (
        <span key={place} />
      ))}
    </span>
  )
}
