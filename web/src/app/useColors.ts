import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useUpdateMe } from '@/api/me'
import type { Theme } from '@/api/types'

/** The colours in use, and a way to change them here and for the member. */
export function useColors(): { dark: boolean; setTheme: (theme: Theme) => void } {
  const { setColorScheme } = useMantineColorScheme()
  const computed = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const update = useUpdateMe()
  return {
    dark: computed === 'dark',
    setTheme: (theme) => {
      setColorScheme(theme)
      update.mutate({ theme })
    },
  }
}
