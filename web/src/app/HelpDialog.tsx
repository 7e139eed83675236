import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation, type MessageKey } from '@/i18n'
import { onOverlay } from './overlayState'
import classes from './HelpDialog.module.css'

const MOD = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const SHORTCUTS: [keys: string[], label: MessageKey][] = [
  [[MOD, 'K'], 'help.palette'],
  [['Alt', 'N'], 'help.newQuestion'],
  [[MOD, 'B'], 'help.sidebar'],
  [['↵'], 'help.send'],
  [['⇧', '↵'], 'help.newLine'],
  [['Esc'], 'help.close'],
  [['?'], 'help.help'],
]

export function HelpDialog() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  useEffect(() => onOverlay('help', () => setOpen(true)), [])
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['?', () => setOpen(true)],
  ])
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <dl className={classes.list}>
        {SHORTCUTS.map(([keys, label]) => (
          <div key={label} className={classes.row}>
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
