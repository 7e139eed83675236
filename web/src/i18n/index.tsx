/**
 * The reader's language. What every page says in French is in the bundle; English, and the words of
 * administration, are fetched when they are asked for.
 */
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
import { core } from './core'
import type { fr } from './fr'

export type Language = 'fr' | 'en'
export type MessageKey = keyof typeof fr
export type Catalogue = Record<MessageKey, Entry>
export type Translate = (key: MessageKey, values?: Values) => string

interface Translation {
  language: Language
  /** `auto` follows the browser. */
  setLanguage: (language: Language | 'auto') => void
  t: Translate
}

const STORAGE_KEY = 'netz-language'
const TranslationContext = createContext<Translation | null>(null)

/** The language kept from the last visit, else the browser's, else French. */
export function initialLanguage(): Language {
  const kept = localStorage.getItem(STORAGE_KEY)
  if (kept === 'fr' || kept === 'en') return kept
  return browserLanguage()
}

function browserLanguage(): Language {
  return navigator.language.startsWith('en') ? 'en' : 'fr'
}

/** The language that a preference asks for. */
export function languageOf(wanted: Language | 'auto'): Language {
  return wanted === 'auto' ? browserLanguage() : wanted
}

const known: { fr: Partial<Catalogue>; en?: Catalogue } = { fr: core }

/** Everything the product says in the language, fetched once. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const all = language === 'fr' ? (await import('./fr')).fr : (await import('./en')).en
  known[language] = all
  return all
}

/** Says a message; one that is not there yet is fetched with all others, and shown then. */
function translator(language: Language, fetchRest: () => void): Translate {
  let asked = false
  return (key, values) => {
    // Looked up at each call: a screen's loader may have fetched the rest since the last one.
    const entry = known[language]?.[key]
    if (entry !== undefined) return fill(entry, language, values)
    if (!asked) fetchRest()
    asked = true
    return ''
  }
}

interface ProviderProps {
  children: ReactNode
  onChange?: (language: Language) => void
}

export function TranslationProvider({ children, onChange }: ProviderProps) {
  const [language, setLanguage] = useState(initialLanguage)
  const [loaded, setLoaded] = useState<Language | null>(known[language] ? language : null)
  const [, showMore] = useState(0)

  useEffect(() => {
    let current = true
    onChange?.(language)
    const ready = known[language] ? Promise.resolve() : loadCatalogue(language)
    void ready.then(() => {
      if (!current) return
      document.documentElement.lang = language
      setLoaded(language)
    })
    return () => {
      current = false
    }
  }, [language, onChange])

  const choose = useCallback((next: Language | 'auto') => {
    if (next === 'auto') localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, next)
    const spoken = languageOf(next)
    setLanguage(spoken)
    // Words that are there already are shown at once.
    if (known[spoken]) setLoaded(spoken)
  }, [])

  const catalogue = loaded && known[loaded]
  const value = useMemo<Translation | null>(() => {
    if (!loaded || !catalogue) return null
    const fetchRest = () => void loadCatalogue(loaded).then(() => showMore((count) => count + 1))
    return { language: loaded, setLanguage: choose, t: translator(loaded, fetchRest) }
  }, [loaded, catalogue, choose])

  return value && <TranslationContext value={value}>{children}</TranslationContext>
}

export function useTranslation(): Translation {
  const translation = use(TranslationContext)
  if (!translation) throw new Error('useTranslation needs a TranslationProvider above it')
  return translation
}
