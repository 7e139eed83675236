import { Checkbox, VisuallyHidden } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { moved, toggled } from '@/api/layout'
import { IconButton } from '@/components/IconButton'
import { IconArrowDown, IconArrowUp } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Arrange.module.css'

interface ArrangeListProps<Name extends string> {
  label: string
  /** Everything that could be shown. */
  there: readonly Name[]
  /** What is, in order. */
  shown: readonly Name[]
  nameOf: (name: Name) => string
  onChange: (shown: Name[]) => void
}

/** What is shown and in which order: ticked, and moved by buttons; each move is said aloud. */
export function ArrangeList<Name extends string>(props: ArrangeListProps<Name>) {
  const { label, there, shown, nameOf, onChange } = props
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const keepFocus = useFocusKept()
  const rows = [...shown, ...there.filter((name) => !shown.includes(name))]

  function move(name: Name, by: number, button: HTMLElement): void {
    const next = moved(shown, name, by)
    const place = next.indexOf(name)
    if (place === shown.indexOf(name)) return
    keepFocus(button)
    setSaid(t('layout.placed', { name: nameOf(name), place: place + 1, count: next.length }))
    onChange(next)
  }

  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {rows.map((name) => {
          const place = shown.indexOf(name)
          return (
            <li key={name} className={classes.row}>
              <Checkbox
                className={classes.name}
                label={nameOf(name)}
                checked={place >= 0}
                onChange={() => onChange(toggled(shown, name))}
              />
              {place >= 0 && (
                <>
                  <IconButton
                    label={t('layout.up', { name: nameOf(name) })}
                    aria-disabled={place === 0}
                    onClick={(event) => move(name, -1, event.currentTarget)}
                  >
                    <IconArrowUp size={16} />
                  </IconButton>
                  <IconButton
                    label={t('layout.down', { name: nameOf(name) })}
                    aria-disabled={place === shown.length - 1}
                    onClick={(event) => move(name, 1, event.currentTarget)}
                  >
                    <IconArrowDown size={16} />
                  </IconButton>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

/** A row that changes places takes its button out of the page for a moment, and the focus with it. */
export function useFocusKept() {
  const held = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    held.current?.focus()
    held.current = null
  })
  return (button: HTMLElement) => {
    held.current = button
  }
}
