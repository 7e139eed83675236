import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import type { Translate } from '@/i18n'
import { problemText } from './problemText'

/** The cross's name. Notices stand outside the catalogue's provider; the page knows its language. */
function closeButton() {
  return { 'aria-label': document.documentElement.lang === 'en' ? 'Close' : 'Fermer' }
}

/** A short word at the edge of the screen; what must be read stays where it happened instead. */
export function notify(message: ReactNode, autoClose = 5000): string {
  const closeButtonProps = closeButton()
  return notifications.show({ message, autoClose, withBorder: true, closeButtonProps })
}

export function notifyProblem(error: unknown, t: Translate): void {
  const { title, hint } = problemText(error, t)
  notifications.show({
    title,
    message: hint,
    color: 'red',
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: closeButton(),
  })
}
