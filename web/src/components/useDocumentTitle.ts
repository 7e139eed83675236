import { useEffect } from 'react'
import { wornName } from './looks'

/** Names the browser tab after the screen. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${wornName()}` : wornName()
  }, [title])
}
