import { useEffect } from 'react'

/** Less than this (px) is a bar of the browser, not a keyboard. */
const A_KEYBOARD = 120

/**
 * Keeps the frame above a phone's keyboard where the browser lays it over the page instead of
 * making the page smaller (Safari).
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return undefined
    const root = document.documentElement
    const fit = () => {
      const covered = window.innerHeight - seen.height
      // A zoomed page is smaller, too, without any keyboard.
      if (seen.scale === 1 && covered > A_KEYBOARD) {
        root.style.setProperty('--n-visible', `${seen.height}px`)
      } else root.style.removeProperty('--n-visible')
    }
    seen.addEventListener('resize', fit)
    return () => {
      seen.removeEventListener('resize', fit)
      root.style.removeProperty('--n-visible')
    }
  }, [])
}
