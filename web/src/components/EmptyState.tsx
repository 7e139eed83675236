import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  /** Where it is the whole screen, its title is the heading of the page. */
  heading?: boolean
}

/** Says why a place is empty and offers the next step. */
export function EmptyState(props: EmptyStateProps) {
  const { icon, title, children, action, heading = false } = props
  const Title = heading ? 'h1' : 'p'
  return (
    <div className={classes.empty}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Title className={classes.title}>{title}</Title>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
