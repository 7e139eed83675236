import type { ReactNode } from 'react'
import { useDocumentTitle } from './useDocumentTitle'
import classes from './Page.module.css'

interface PageProps {
  title: string
  description?: string
  actions?: ReactNode
  /** Wide pages hold tables; the others keep to a reading width. */
  wide?: boolean
  children: ReactNode
}

/** A screen with its heading, its one-line purpose and its main actions. */
export function Page({ title, description, actions, wide = false, children }: PageProps) {
  useDocumentTitle(title)
  return (
    <div className={classes.scroll}>
      <div className={classes.page} data-wide={wide || undefined}>
        <header className={classes.header}>
          <div>
            <h1 className={classes.title}>{title}</h1>
            {description && <p className={classes.description}>{description}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}
