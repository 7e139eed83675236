import { useState } from 'react'

/** Rows one by one, or everything that the filter leaves except some. */
export type Chosen = { all: false; ids: string[] } | { all: true; without: string[] }

export interface ListSelection {
  chosen: Chosen
  count: number
  /** How many rows the filter leaves, shown or not. */
  matching: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** Chooses the rows that are shown, or none of them. */
  toggleShown: () => void
  shown: 'all' | 'some' | 'none'
  chooseAll: () => void
  clear: () => void
}

const NOTHING: Chosen = { all: false, ids: [] }

/** What is chosen of a list. `reach` is what it is a list of: another search starts afresh. */
export function useListSelection(
  rows: { id: string }[],
  matching: number,
  reach: unknown = null,
): ListSelection {
  const [kept, setKept] = useState({ chosen: NOTHING, reach: JSON.stringify(reach) })
  const now = JSON.stringify(reach)
  const chosen = kept.reach === now ? kept.chosen : NOTHING
  const set = (next: Chosen) => setKept({ chosen: next, reach: now })
  const has = (id: string) => (chosen.all ? !chosen.without.includes(id) : chosen.ids.includes(id))
  const held = rows.filter(({ id }) => has(id)).length
  const shown = held === 0 ? 'none' : held === rows.length ? 'all' : 'some'
  return {
    chosen,
    count: chosen.all ? matching - chosen.without.length : chosen.ids.length,
    matching,
    has,
    toggle: (id) => {
      const listed = chosen.all ? chosen.without : chosen.ids
      const next = listed.includes(id) ? listed.filter((one) => one !== id) : [...listed, id]
      set(chosen.all ? { all: true, without: next } : { all: false, ids: next })
    },
    toggleShown: () =>
      set(shown === 'all' ? NOTHING : { all: false, ids: rows.map(({ id }) => id) }),
    shown,
    chooseAll: () => set({ all: true, without: [] }),
    clear: () => set(NOTHING),
  }
}
