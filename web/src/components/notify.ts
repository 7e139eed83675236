import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import type { Translate } from '@/i18n'
import { problemText } from './problemText'

/** A short word at the edge of the screen; what must be read stays where it happened instead. */
export function notify(message: ReactNode, autoClose = 5000): string {
  return notifications.show({ message, autoClose, withBorder: true })
}

export function notifyProblem(error: unknown, t: Translate): void {
  const { title, hint } = problemText(error, t)
  notifications.show({ title, message: hint, color: 'red', autoClose: 8000, withBorder: true })
}
