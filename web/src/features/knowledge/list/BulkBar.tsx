import { Button } from '@mantine/core'
import { IconClose, IconTrash, IconUsers } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './BulkBar.module.css'

interface BulkBarProps {
  count: number
  onAudience: () => void
  onDelete: () => void
  onClear: () => void
}

/** Takes the place of the filters while documents are chosen. */
export function BulkBar({ count, onAudience, onDelete, onClear }: BulkBarProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.bar}>
      <span className={classes.count} role="status">
        {t('documents.selected', { count })}
      </span>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconUsers size={14} />}
        onClick={onAudience}
      >
        {t('documents.changeAudience')}
      </Button>
      <Button variant="default" size="xs" leftSection={<IconTrash size={14} />} onClick={onDelete}>
        {t('common.delete')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconClose size={14} />}
        onClick={onClear}
      >
        {t('documents.unselect')}
      </Button>
    </div>
  )
}
