import { useEffect, useState } from 'react'
import { followNews } from './channel'
import type { Waiting } from './store'
import { allWaiting } from './waiting'

/** What waits to be sent, as it comes and goes in any tab. */
export function useWaiting(): Waiting[] {
  const [waiting, setWaiting] = useState<Waiting[]>([])
  useEffect(() => {
    let current = true
    const read = () =>
      void allWaiting().then(
        (found) => {
          if (current) setWaiting(found)
        },
        () => undefined,
      )
    read()
    const stop = followNews(read)
    return () => {
      current = false
      stop()
    }
  }, [])
  return waiting
}
