import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { conversationsQuery } from './api'
import classes from './ConversationList.module.css'

/** The member's conversations, newest first. */
export function ConversationList({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation()
  const conversations = useQuery(conversationsQuery)
  if (conversations.isPending) {
    return (
      <div className={classes.loading} aria-hidden>
        {['80%', '64%', '72%'].map((width) => (
          <Skeleton key={width} height={12} width={width} />
        ))}
      </div>
    )
  }
  if (conversations.isError) return <p className={classes.note}>{t('conversations.failed')}</p>
  if (conversations.data.length === 0) {
    return <p className={classes.note}>{t('conversations.empty')}</p>
  }
  return (
    <ul className={classes.list}>
      {conversations.data.map(({ id, title }) => (
        <li key={id}>
          <Link
            to="/conversations/$conversationId"
            params={{ conversationId: id }}
            className={classes.link}
            onClick={onChoose}
            title={title}
          >
            {title || t('conversations.untitled')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
