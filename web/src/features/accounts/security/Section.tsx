import { useId, type ReactNode } from 'react'
import classes from './Security.module.css'

interface SectionProps {
  title: string
  text: string
  actions?: ReactNode
  children: ReactNode
}

/** One subject of the screen, with its heading. */
export function Section({ title, text, actions, children }: SectionProps) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <div className={classes.head}>
        <div className={classes.headWords}>
          <h2 id={heading}>{title}</h2>
          <p>{text}</p>
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}

interface RowProps {
  icon?: ReactNode
  title: ReactNode
  badge?: ReactNode
  text?: ReactNode
  children?: ReactNode
}

/** One thing of a subject: what it is, its state, what can be done with it. */
export function Row({ icon, title, badge, text, children }: RowProps) {
  return (
    <li className={classes.row}>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={classes.words}>
        <span className={classes.name}>
          {title} {badge}
        </span>
        {text && <span className={classes.detail}>{text}</span>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </li>
  )
}
