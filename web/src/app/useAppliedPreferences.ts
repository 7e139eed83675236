import { useMantineColorScheme } from '@mantine/core'
import { useLayoutEffect } from 'react'
import { usePreferences } from '@/api/preferences'
import { useTranslation } from '@/i18n'
import { wear } from './display'

/** What the member chose, on whatever device, holds here too: before anything is painted. */
export function useAppliedPreferences(): void {
  const { language, theme, density, text_size } = usePreferences()
  const { setLanguage } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  useLayoutEffect(() => setLanguage(language), [language, setLanguage])
  useLayoutEffect(() => setColorScheme(theme), [theme, setColorScheme])
  useLayoutEffect(() => wear({ density, text_size }), [density, text_size])
}
