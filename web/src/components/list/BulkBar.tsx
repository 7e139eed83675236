import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconClose } from '@/components/icons'
import { useTranslation } from '@/i18n'
import type { ListSelection } from './useListSelection'
import classes from './List.module.css'

interface BulkBarProps {
  selection: ListSelection
  /** Whether all that match can be chosen, shown or not. */
  reachesAll?: boolean
  /** What can be done with those chosen. */
  children: ReactNode
}

/** Stands above the list while something is chosen. */
export function BulkBar({ selection, reachesAll = false, children }: BulkBarProps) {
  const { t } = useTranslation()
  const { count, matching, chosen, chooseAll, clear } = selection
  return (
    <div role="region" aria-label={t('list.bulk')} className={classes.bulk}>
      <span role="status" className={classes.count}>
        {count > 0 && t('list.chosen', { count })}
      </span>
      {reachesAll && !chosen.all && matching > count && (
        <Button size="compact-sm" variant="subtle" onClick={chooseAll}>
          {t('list.chooseAll', { count: matching })}
        </Button>
      )}
      {children}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconClose size={14} />}
        onClick={clear}
      >
        {t('list.unchoose')}
      </Button>
    </div>
  )
}
