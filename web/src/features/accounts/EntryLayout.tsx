import type { ReactNode } from 'react'
import { Logo } from '@/components/Logo'
import { useLooks, type Looks } from '@/components/looks'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'
import classes from './Entry.module.css'

interface EntryLayoutProps {
  title: string
  text: string
  branding?: Looks | null
  children?: ReactNode
}

/** The frame of the screens that come before being signed in, in the workspace's look if it has one. */
export function EntryLayout({ title, text, branding = null, children }: EntryLayoutProps) {
  const { t, language, setLanguage } = useTranslation()
  useLooks(branding)
  useDocumentTitle(title)
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <div className={classes.screen}>
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
