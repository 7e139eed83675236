import { Button, Group } from '@mantine/core'

interface UndoProps {
  said: string
  label: string
  onUndo: (() => void) | null
}

/** What was done, and the way back. The words come from outside: notices stand apart from the page. */
export function Undo({ said, label, onUndo }: UndoProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <span>{said}</span>
      {onUndo && (
        <Button variant="light" size="compact-sm" onClick={onUndo}>
          {label}
        </Button>
      )}
    </Group>
  )
}
