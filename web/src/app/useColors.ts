import { useComputedColorScheme } from '@mantine/core'
import { useChangePreferences } from '@/api/preferences'
import type { Theme } from '@/api/types'

/** The colours in use, and a way to change them here and for the member. */
export function useColors(): { dark: boolean; setTheme: (theme: Theme) => void } {
  const computed = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const change = useChangePreferences()
  return {
    dark: computed === 'dark',
    setTheme: (theme) => change.mutate({ theme }),
  }
}
