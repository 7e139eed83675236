import { Drawer } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { IconButton } from './IconButton'
import { IconClose } from './icons'
import classes from './SidePanel.module.css'

interface SidePanelProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Stands beside the content where there is room, and over it as a sheet where there is not. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useTranslation()
  const beside = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false })
  useHotkeys([['Escape', onClose]])

  if (!beside) {
    return (
      <Drawer.Root opened onClose={onClose} position="bottom" size="92%">
        <Drawer.Overlay />
        <Drawer.Content className={classes.sheetContent}>
          {/* Not Drawer.Header: below a dialog it would be a second banner of the page. */}
          <div className={classes.sheetHeader}>
            <Drawer.Title className={classes.title}>{title}</Drawer.Title>
            <Drawer.CloseButton aria-label={t('common.close')} />
          </div>
          <Drawer.Body className={classes.sheet}>{children}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    )
  }
  return (
    <aside className={classes.panel} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        <IconButton label={t('common.close')} onClick={onClose}>
          <IconClose size={18} />
        </IconButton>
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  )
}
