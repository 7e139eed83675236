import { Loader, VisuallyHidden } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { IconArrowDown } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Pull.module.css'

const ENOUGH = 64
const FURTHEST = 96
/** Shorter, nobody would see that something was done. */
const SEEN_MS = 400

/** Reads again what is on the screen when it is pulled down from its top, as apps on a phone do. */
export function Pull() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const pulled = usePulled(() => {
    setBusy(true)
    const seen = new Promise((go) => window.setTimeout(go, SEEN_MS))
    void Promise.allSettled([client.refetchQueries({ type: 'active' }), seen]).then(() =>
      setBusy(false),
    )
  })
  const shown = busy ? ENOUGH : pulled
  return (
    <div role="status" className={classes.place} data-pull>
      {shown > 0 && (
        <span
          className={classes.mark}
          style={{ transform: `translateY(${shown}px)` }}
          data-enough={pulled >= ENOUGH || busy || undefined}
        >
          {busy ? <Loader size={18} /> : <IconArrowDown size={18} aria-hidden />}
          {busy && <VisuallyHidden>{t('pull.reading')}</VisuallyHidden>}
        </span>
      )}
    </div>
  )
}

/** How far the screen is pulled now; calls when it is let go far enough down. */
function usePulled(onPulled: () => void): number {
  const [pulled, setPulled] = useState(0)
  const latest = useRef(onPulled)
  useEffect(() => {
    latest.current = onPulled
  })
  useEffect(() => {
    let from: { x: number; y: number } | null = null
    let now = 0
    const set = (distance: number) => {
      now = distance
      setPulled(distance)
    }
    const begin = ({ touches, target }: TouchEvent) => {
      const [touch] = touches
      const free = touch && touches.length === 1 && target instanceof Element && atTop(target)
      from = free ? { x: touch.clientX, y: touch.clientY } : null
    }
    const move = ({ touches }: TouchEvent) => {
      const [touch] = touches
      if (!from || !touch) return
      const down = touch.clientY - from.y
      if (down <= 0 || Math.abs(touch.clientX - from.x) > down) {
        if (now === 0) from = null
        else set(0)
        return
      }
      set(Math.min(FURTHEST, down / 2))
    }
    const end = () => {
      const far = now >= ENOUGH
      from = null
      set(0)
      if (far) latest.current()
    }
    const cancel = () => {
      from = null
      set(0)
    }
    const options = { passive: true }
    document.addEventListener('touchstart', begin, options)
    document.addEventListener('touchmove', move, options)
    document.addEventListener('touchend', end, options)
    document.addEventListener('touchcancel', cancel, options)
    return () => {
      document.removeEventListener('touchstart', begin)
      document.removeEventListener('touchmove', move)
      document.removeEventListener('touchend', end)
      document.removeEventListener('touchcancel', cancel)
    }
  }, [])
  return pulled
}

/** On a screen of ours, with nothing above it to scroll to; a field is for writing, not pulling. */
function atTop(target: Element): boolean {
  const main = target.closest('#main')
  if (!main || target.closest('textarea, input, select, [role="dialog"]')) return false
  for (let one: Element | null = target; one && one !== main; one = one.parentElement) {
    if (one.scrollTop > 0) return false
  }
  return true
}
