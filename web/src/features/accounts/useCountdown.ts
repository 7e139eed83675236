import { useEffect, useState } from 'react'

/** Seconds left of a wait that began when `start` last changed (a number that differs each time). */
export function useCountdown(seconds: number, start: number): number {
  const [now, setNow] = useState(start)
  const end = start + seconds * 1000
  const running = now < end

  useEffect(() => {
    if (seconds <= 0) return undefined
    const timer = window.setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= end) window.clearInterval(timer)
    }, 500)
    return () => window.clearInterval(timer)
  }, [seconds, end])

  return running || now < start ? Math.max(0, Math.ceil((end - Math.max(now, start)) / 1000)) : 0
}
