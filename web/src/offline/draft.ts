/** What is being written: it outlives a reload, in its own tab. */
import { useEffect, useState } from 'react'

const KEY = 'netz-draft'

/** A question for the field to begin with. */
export function keepDraft(text: string): void {
  keep(KEY, text)
}

function keep(place: string, text: string): void {
  if (text) sessionStorage.setItem(place, text)
  else sessionStorage.removeItem(place)
}

/** All that was being written in this tab, to the assistant or to people. */
export function forgetDraft(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(KEY)) sessionStorage.removeItem(name)
}

/** Like `useState`, from what was being written before: a question, or what else has a name. */
export function useDraft(name = ''): [string, (text: string) => void] {
  const place = name ? `${KEY}/${name}` : KEY
  const [text, setText] = useState(() => sessionStorage.getItem(place) ?? '')
  useEffect(() => keep(place, text), [place, text])
  return [text, setText]
}
