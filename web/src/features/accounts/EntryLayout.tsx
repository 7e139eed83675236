import type { CSSProperties, ReactNode } from 'react'
import { Logo } from '@/components/Logo'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'
import type { Branding } from './options'
import classes from './Entry.module.css'

interface EntryLayoutProps {
  title: string
  text: string
  branding?: Branding | null
  children?: ReactNode
}

/** The frame of the screens that come before being signed in, in the workspace's look if it has one. */
export function EntryLayout({ title, text, branding = null, children }: EntryLayoutProps) {
  const { t, language, setLanguage } = useTranslation()
  useDocumentTitle(title)
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <div className={classes.screen} style={branding?.primary ? colours(branding.primary) : {}}>
      <main className={classes.column}>
        {branding?.logo_url ? (
          <img className={classes.logo} src={branding.logo_url} alt={branding.name} />
        ) : (
          <Logo size={40} />
        )}
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.text}>{text}</p>
        {children}
      </main>
      <footer className={classes.footer}>
        <button type="button" lang={other} onClick={() => setLanguage(other)}>
          {t('entry.otherLanguage')}
        </button>
      </footer>
    </div>
  )
}

/** The workspace's colour for the main button, with the text that reads best on it. */
function colours(primary: string): CSSProperties {
  return {
    '--mantine-primary-color-filled': primary,
    '--mantine-primary-color-filled-hover': `color-mix(in srgb, ${primary} 88%, black)`,
    '--mantine-primary-color-contrast': readsOn(primary),
  } as CSSProperties
}

/** White or near-black, whichever contrasts more (WCAG's relative luminance). */
export function readsOn(colour: string): string {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0533 ? '#fff' : '#101213'
}
