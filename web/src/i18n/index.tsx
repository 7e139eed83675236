/** The reader's language: French in the bundle, English fetched when it is chosen. */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { fill, type Entry, type Values } from './format'
import { fr } from './fr'

export type Language = 'fr' | 'en'
export type MessageKey = keyof typeof fr
export type Catalogue = Record<MessageKey, Entry>
export type Translate = (key: MessageKey, values?: Values) => string

interface Translation {
  language: Language
  setLanguage: (language: Language) => void
  t: Translate
}

const STORAGE_KEY = 'netz-language'
const TranslationContext = createContext<Translation | null>(null)

/** The language kept from the last visit, else the browser's, else French. */
export function initialLanguage(): Language {
  const kept = localStorage.getItem(STORAGE_KEY)
  if (kept === 'fr' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'fr'
}

async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === 'fr' ? fr : (await import('./en')).en
}

interface ProviderProps {
  children: ReactNode
  onChange?: (language: Language) => void
}

export function TranslationProvider({ children, onChange }: ProviderProps) {
  const [language, setLanguage] = useState(initialLanguage)
  const [loaded, setLoaded] = useState<{ language: Language; catalogue: Catalogue } | null>(
    language === 'fr' ? { language, catalogue: fr } : null,
  )

  useEffect(() => {
    let current = true
    onChange?.(language)
    void loadCatalogue(language).then((catalogue) => {
      if (!current) return
      document.documentElement.lang = language
      setLoaded({ language, catalogue })
    })
    return () => {
      current = false
    }
  }, [language, onChange])

  const choose = useCallback((next: Language) => {
    localStorage.setItem(STORAGE_KEY, next)
    setLanguage(next)
  }, [])

  const value = useMemo<Translation | null>(() => {
    if (!loaded) return null
    return {
      language: loaded.language,
      setLanguage: choose,
      t: (key, values) => fill(loaded.catalogue[key], loaded.language, values),
    }
  }, [loaded, choose])

  return value && <TranslationContext value={value}>{children}</TranslationContext>
}

export function useTranslation(): Translation {
  const translation = use(TranslationContext)
  if (!translation) throw new Error('useTranslation needs a TranslationProvider above it')
  return translation
}
