import { Link } from '@tanstack/react-router'
import { Suspense, type ComponentPropsWithoutRef } from 'react'
import type { Widget } from '@/api/layout'
import { IconButton } from '@/components/IconButton'
import { IconArrowDown, IconArrowUp, IconClose, IconGrip, IconWiden } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { WidgetSkeleton } from './WidgetBody'
import { WIDGETS } from './widgets'
import classes from './Home.module.css'

export interface WidgetTools {
  isFirst: boolean
  isLast: boolean
  onMove: (by: number, button: HTMLElement) => void
  onWiden: () => void
  onRemove: () => void
  /** What dragging listens to. */
  handle: ComponentPropsWithoutRef<'span'>
}

interface WidgetCardProps {
  name: Widget
  wide: boolean
  dragged: boolean
  over: boolean
  /** While the page is being arranged. */
  tools: WidgetTools | null
}

/** A widget with its heading; while the page is arranged, with what moves it. */
export function WidgetCard({ name, wide, dragged, over, tools }: WidgetCardProps) {
  const { t } = useTranslation()
  const { title, to, Body } = WIDGETS[name]
  return (
    <li
      className={classes.widget}
      data-widget={name}
      data-wide={wide || undefined}
      data-dragged={dragged || undefined}
      data-over={over || undefined}
    >
      <section aria-labelledby={`widget-${name}`}>
        <div className={classes.head}>
          <h2 id={`widget-${name}`} className={classes.title} tabIndex={-1}>
            {t(title)}
          </h2>
          {tools && <Tools name={name} wide={wide} {...tools} />}
          {!tools && to && (
            <Link
              to={to}
              className={classes.all}
              aria-label={t('layout.home.allOf', { name: t(title) })}
            >
              {t('layout.home.all')}
            </Link>
          )}
        </div>
        {/* What is being arranged is looked at, not used. */}
        <div className={classes.body} inert={tools !== null}>
          <Suspense fallback={<WidgetSkeleton />}>
            <Body />
          </Suspense>
        </div>
      </section>
    </li>
  )
}

function Tools(props: WidgetTools & { name: Widget; wide: boolean }) {
  const { name, wide, isFirst, isLast, onMove, onWiden, onRemove, handle } = props
  const { t } = useTranslation()
  const title = { name: t(WIDGETS[name].title) }
  return (
    <div className={classes.tools}>
      {/* For pointers; the buttons beside it do the same for everybody. */}
      <span className={classes.grip} title={t('layout.home.drag', title)} aria-hidden {...handle}>
        <IconGrip size={16} />
      </span>
      <IconButton
        label={t('layout.home.earlier', title)}
        aria-disabled={isFirst}
        onClick={(event) => onMove(-1, event.currentTarget)}
      >
        <IconArrowUp size={16} />
      </IconButton>
      <IconButton
        label={t('layout.home.later', title)}
        aria-disabled={isLast}
        onClick={(event) => onMove(1, event.currentTarget)}
      >
        <IconArrowDown size={16} />
      </IconButton>
      <IconButton
        className={classes.widen}
        label={t('layout.home.widen', title)}
        aria-pressed={wide}
        variant={wide ? 'light' : 'subtle'}
        onClick={onWiden}
      >
        <IconWiden size={16} />
      </IconButton>
      <IconButton label={t('layout.home.remove', title)} onClick={onRemove}>
        <IconClose size={16} />
      </IconButton>
    </div>
  )
}
