/** The member's live stream: one connection, reopened with growing pauses when it breaks. */
import { useEffect, useRef } from 'react'
import { address } from './client'

export type LiveHandlers = Record<string, (payload: unknown) => void>

const LONGEST_PAUSE_MS = 30_000

function open(handlers: () => LiveHandlers, kinds: string[]): () => void {
  let source: EventSource | undefined
  let timer: number | undefined
  let pause = 1_000
  let missed = false

  function connect(): void {
    const stream = new EventSource(address('/events'))
    source = stream
    stream.onopen = () => {
      pause = 1_000
      // The server repeats nothing: what happened while no stream was open is read again.
      if (missed) handlers().resync?.({})
      missed = false
    }
    stream.onerror = () => {
      missed = true
      // The browser itself reconnects unless the server refused the stream.
      if (stream.readyState !== EventSource.CLOSED) return
      timer = window.setTimeout(connect, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    for (const kind of kinds) {
      stream.addEventListener(kind, (event: MessageEvent<string>) => {
        handlers()[kind]?.(JSON.parse(event.data))
      })
    }
  }

  connect()
  return () => {
    window.clearTimeout(timer)
    source?.close()
  }
}

/** Calls the handler named like each event that arrives, while `enabled`. */
export function useLiveEvents(handlers: LiveHandlers, enabled: boolean): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  const kinds = Object.keys(handlers).sort().join(' ')
  useEffect(() => {
    if (!enabled) return undefined
    return open(() => latest.current, kinds.split(' '))
  }, [enabled, kinds])
}
