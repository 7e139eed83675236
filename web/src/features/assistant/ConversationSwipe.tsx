import type { ReactNode } from 'react'
import type { ConversationSummary } from '@/api/types'
import { Swipe } from '@/components/Swipe'
import { IconArchive, IconPin } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useFilingActions } from './useFilingActions'

interface ConversationSwipeProps {
  row: ConversationSummary
  children: ReactNode
}

/** One's own conversation under a finger: pinned one way, archived the other. */
export function ConversationSwipe({ row, children }: ConversationSwipeProps) {
  const { t } = useTranslation()
  const { change, archive } = useFilingActions()
  const pinned = row.filing?.pinned === true
  return (
    <Swipe
      forwards={{
        label: t(pinned ? 'filing.unpin' : 'filing.pin'),
        icon: <IconPin size={16} />,
        run: () => change(row.id, { pinned: !pinned }),
      }}
      backwards={{
        label: t('filing.archive'),
        icon: <IconArchive size={16} />,
        run: () => void archive([row.id]),
      }}
    >
      {children}
    </Swipe>
  )
}
