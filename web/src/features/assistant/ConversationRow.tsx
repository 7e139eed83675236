import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import { IconDots, IconPin } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { ConversationSwipe } from './ConversationSwipe'
import classes from './ConversationList.module.css'

const ConversationMenu = lazy(() => import('./ConversationMenu'))

interface ConversationRowProps {
  row: ConversationSummary
  onChoose: (() => void) | undefined
}

/** A conversation in the sidebar; one's own comes with what can be done with it. */
export function ConversationRow({ row, onChoose }: ConversationRowProps) {
  const { t } = useTranslation()
  const { id, title, asker, filing } = row
  const name = title || t('conversations.untitled')
  const shown = (
    <>
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId: id }}
        className={classes.link}
        onClick={onChoose}
        title={name}
        data-unread={row.unread || undefined}
      >
        {(row.unread || row.mentioned) && (
          <span
            className={classes.news}
            role="img"
            aria-label={t(row.mentioned ? 'conversations.mentioned' : 'conversations.unread')}
          />
        )}
        {filing?.pinned === true && <IconPin size={13} className={classes.pin} aria-hidden />}
        {name}
        {asker && (
          <span className={classes.asker}>
            {asker.name} · {asker.company}
          </span>
        )}
      </Link>
      {filing && <RowMenu row={row} name={name} />}
    </>
  )
  return (
    <li className={classes.row}>
      {filing && navigator.maxTouchPoints > 0 ? (
        <ConversationSwipe row={row}>{shown}</ConversationSwipe>
      ) : (
        shown
      )}
    </li>
  )
}

function RowMenu({ row, name }: { row: ConversationSummary; name: string }) {
  const { t } = useTranslation()
  // Once opened it stays: its dialogs live in it.
  const [wanted, setWanted] = useState(false)
  return (
    <Menu position="bottom-end" width={220} shadow="md" onOpen={() => setWanted(true)}>
      <Menu.Target>
        <button
          type="button"
          className={classes.more}
          aria-label={t('conversations.actions', { title: name })}
        >
          <IconDots size={16} aria-hidden />
        </button>
      </Menu.Target>
      {wanted && (
        <Suspense>
          <ConversationMenu row={row} />
        </Suspense>
      )}
    </Menu>
  )
}
