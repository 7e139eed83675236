import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { conversationsQuery, overseenQuery } from './api'
import classes from './ConversationList.module.css'

interface ConversationListProps {
  onChoose?: (() => void) | undefined
  /** Whether the member oversees companies: 'one' for a client's own manager. */
  oversees: 'one' | 'several' | null
}

/** The member's conversations, newest first, or those of the companies that the member oversees. */
export function ConversationList({ onChoose, oversees }: ConversationListProps) {
  const { t } = useTranslation()
  const [of, setOf] = useState<'own' | 'company'>('own')
  return (
    <>
      {oversees && (
        <SegmentedControl
          aria-label={t('oversee.choose')}
          size="xs"
          fullWidth
          className={classes.switch}
          value={of}
          onChange={setOf}
          data={[
            { value: 'own', label: t('oversee.own') },
            {
              value: 'company',
              label: t(oversees === 'one' ? 'oversee.companyOwn' : 'oversee.company'),
            },
          ]}
        />
      )}
      <Conversations of={oversees ? of : 'own'} onChoose={onChoose} />
    </>
  )
}

interface ConversationsProps {
  of: 'own' | 'company'
  onChoose: (() => void) | undefined
}

function Conversations({ of, onChoose }: ConversationsProps) {
  const { t } = useTranslation()
  const conversations = useQuery(of === 'own' ? conversationsQuery : overseenQuery)
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
    return (
      <p className={classes.note}>{t(of === 'own' ? 'conversations.empty' : 'oversee.empty')}</p>
    )
  }
  return (
    <ul className={classes.list}>
      {conversations.data.map(({ id, title, asker }) => (
        <li key={id}>
          <Link
            to="/conversations/$conversationId"
            params={{ conversationId: id }}
            className={classes.link}
            onClick={onChoose}
            title={title}
          >
            {title || t('conversations.untitled')}
            {asker && (
              <span className={classes.asker}>
                {asker.name} · {asker.company}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
