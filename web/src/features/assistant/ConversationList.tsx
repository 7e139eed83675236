import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import { useTranslation } from '@/i18n'
import { conversationsQuery, countsQuery, overseenQuery, pinnedQuery, sharedQuery } from './api'
import { ConversationRow } from './ConversationRow'
import { groupByDay, monthName } from './days'
import classes from './ConversationList.module.css'

interface ConversationListProps {
  onChoose?: (() => void) | undefined
  /** Whether the member oversees companies: 'one' for a client's own manager. */
  oversees: 'one' | 'several' | null
}

/** The member's conversations, the pinned ones first, then by day, or those of the companies that the member oversees. */
export function ConversationList({ onChoose, oversees }: ConversationListProps) {
  const { t } = useTranslation()
  const counts = useQuery(countsQuery)
  const [chosen, setOf] = useState<Of>('own')
  const shared = counts.data?.shared ?? 0
  const unread = counts.data?.unread ?? 0
  // The sidebar has room for two long words or for three short ones.
  const three = shared > 0 && oversees !== null
  const kinds: { value: Of; label: string }[] = [
    { value: 'own', label: t(three ? 'oversee.ownShort' : 'oversee.own') },
    ...(shared > 0
      ? [
          {
            value: 'shared' as const,
            label:
              unread > 0
                ? t('conversations.sharedCount', { count: unread })
                : t('conversations.shared'),
          },
        ]
      : []),
    ...(oversees
      ? [
          {
            value: 'company' as const,
            label: t(`oversee.company${oversees === 'one' ? 'Own' : ''}${three ? 'Short' : ''}`),
          },
        ]
      : []),
  ]
  const of = kinds.some(({ value }) => value === chosen) ? chosen : 'own'
  return (
    <>
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label={t(oversees ? 'oversee.choose' : 'conversations.choose')}
          size="xs"
          fullWidth
          className={classes.switch}
          value={of}
          onChange={setOf}
          data={kinds}
        />
      )}
      <Conversations of={of} onChoose={onChoose} />
    </>
  )
}

type Of = 'own' | 'shared' | 'company'

const QUERIES = { own: conversationsQuery, shared: sharedQuery, company: overseenQuery }

interface ConversationsProps {
  of: Of
  onChoose: (() => void) | undefined
}

function Conversations({ of, onChoose }: ConversationsProps) {
  const { t } = useTranslation()
  const conversations = useQuery(QUERIES[of])
  const pinned = useQuery({ ...pinnedQuery, enabled: of === 'own' })
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
  const kept = of === 'own' ? (pinned.data ?? []) : []
  // A pin that was set a moment ago is true before the server's list of pins is.
  const rest = conversations.data.filter(({ id }) => !kept.some((one) => one.id === id))
  if (kept.length + rest.length === 0) {
    return (
      <>
        <p className={classes.note}>{t(of === 'own' ? 'conversations.empty' : 'oversee.empty')}</p>
        {of === 'own' && <All onChoose={onChoose} />}
      </>
    )
  }
  return (
    <>
      {kept.length > 0 && (
        <Group title={t('conversations.pinned')} rows={kept} onChoose={onChoose} />
      )}
      <ByDay rows={rest} onChoose={onChoose} />
      {of === 'own' && <All onChoose={onChoose} />}
    </>
  )
}

interface GroupProps {
  title: string
  rows: ConversationSummary[]
  onChoose: (() => void) | undefined
}

function Group({ title, rows, onChoose }: GroupProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.day}>
        {title}
      </h3>
      <ul className={classes.list}>
        {rows.map((row) => (
          <ConversationRow key={row.id} row={row} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  )
}

function ByDay({ rows, onChoose }: Omit<GroupProps, 'title'>) {
  const { t, language } = useTranslation()
  return groupByDay(rows).map(({ span, rows: those }) => {
    const title = typeof span === 'string' ? t(`day.${span}`) : monthName(span, language)
    return <Group key={title} title={title} rows={those} onChoose={onChoose} />
  })
}

function All({ onChoose }: { onChoose: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <Link to="/conversations" className={classes.all} onClick={onChoose}>
      {t('conversations.all')}
    </Link>
  )
}
