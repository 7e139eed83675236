import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'

interface IconButtonProps
  extends ActionIconProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps> {
  /** Read aloud, and shown as a tooltip. */
  label: string
  children: ReactNode
}

/** A button that is only an icon: always named, always explained on hover and focus. */
export function IconButton({ label, children, variant = 'subtle', ...rest }: IconButtonProps) {
  // Filled buttons carry the accent, whose text colour follows the theme; the others stay quiet.
  const color = variant === 'filled' ? undefined : 'gray'
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} variant={variant} color={color} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
