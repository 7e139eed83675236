import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { rememberAttached } from '../api'
import { attachedIn, heldIn, subscribe, unsettled, useHeld, type Held } from './held'

interface Options {
  place: string | undefined
  text: string
  busy: boolean
  /** Sends; once that is done, the list is taken away with `takeHeld`. */
  onSend: (attachments: string[]) => void
}

/** Sends what is written with its files, as soon as they have been read. */
export function useSending({ place = '', text, busy, onSend }: Options) {
  const client = useQueryClient()
  const held = useHeld(place)
  // The text that is to go, as it was when its author said so.
  const [wanted, setWanted] = useState<string | null>(null)
  const going = useRef(false)
  const open = unsettled(held)
  const waits = wanted === text && open

  const go = (now: Held[]) => {
    const files = attachedIn(now)
    rememberAttached(client, files)
    onSend(files.map(({ id }) => id))
  }
  const onChange = useEffectEvent(() => {
    const now = heldIn(place)
    if (wanted !== text || busy || going.current || unsettled(now)) return
    setWanted(null)
    // To send takes the list away, of which this hears too.
    going.current = true
    go(now)
    going.current = false
  })
  useEffect(() => subscribe(() => onChange()), [])

  const send = () => {
    if (text.trim() === '' || busy) return
    if (open) setWanted(text)
    else go(held)
  }
  return { held: held.length > 0, waits, send }
}
