import { Button, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import {
  IconBell,
  IconChat,
  IconDownload,
  IconHandover,
  IconMention,
  IconUser,
} from '@/components/icons'
import { ListSkeleton } from '@/components/list/ListBody'
import { notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate, keepPunctuation } from '@/i18n/format'
import { countQuery, inboxQuery, useRead, type Kind, type Notice } from './api'
import { sentence, textOf } from './words'
import classes from './Notices.module.css'

const ICONS: Record<Kind, typeof IconBell> = {
  request: IconHandover,
  unanswered: IconHandover,
  assigned: IconUser,
  message: IconChat,
  mention: IconMention,
  export: IconDownload,
}

/** What concerns the reader: who wrote, asks or waits, and what has become ready. */
export function InboxScreen() {
  const { t } = useTranslation()
  const [unread, setUnread] = useState(false)
  const count = useQuery(countQuery)
  const list = useInfiniteQuery(inboxQuery(unread))
  const found = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const read = useRead()
  const none = count.data?.unread === 0
  return (
    <Page title={t('notices.title')} description={t('notices.text')}>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('notices.shown')}
          value={unread ? 'unread' : 'all'}
          onChange={(value) => setUnread(value === 'unread')}
          data={[
            { value: 'all', label: t('notices.all') },
            { value: 'unread', label: t('notices.unread') },
          ]}
        />
        <Button
          variant="default"
          size="sm"
          disabled={none}
          loading={read.isPending && read.variables === null}
          onClick={() => read.mutate(null, { onError: (error) => notifyProblem(error, t) })}
        >
          {t('notices.readAll')}
        </Button>
      </div>
      {list.isPending && <ListSkeleton />}
      {list.isError && found.length === 0 && (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && found.length === 0 && (
        <EmptyState
          icon={<IconBell size={22} />}
          title={t(unread ? 'notices.nothingUnread' : 'notices.nothing')}
          action={<Link to="/settings/notifications">{t('notices.choose')}</Link>}
        >
          {t('notices.nothingText')}
        </EmptyState>
      )}
      <Days found={found} onOpen={(one) => read.mutate([one.id])} />
      {list.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common.loadMore')}
        </Button>
      )}
    </Page>
  )
}

interface DaysProps {
  found: Notice[]
  onOpen: (notice: Notice) => void
}

function Days({ found, onOpen }: DaysProps) {
  const { language } = useTranslation()
  const days = new Map<string, Notice[]>()
  for (const one of found) {
    const day = formatDate(one.created_at, language)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days].map(([day, notices]) => (
    <section key={day} aria-label={day}>
      <h2 className={classes.day}>{day}</h2>
      <ul className={classes.list}>
        {notices.map((one) => (
          <NoticeRow key={one.id} notice={one} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  ))
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: (notice: Notice) => void }) {
  const { t, language } = useTranslation()
  const Icon = ICONS[notice.kind]
  const isUnread = notice.read_at === null
  const about = textOf(notice, 'title')
  return (
    <li className={isUnread ? classes.unread : undefined}>
      <Link
        to={notice.path as '/inbox'}
        className={classes.notice}
        onClick={() => {
          if (isUnread) onOpen(notice)
        }}
      >
        <Icon size={18} aria-hidden />
        <span className={classes.words}>
          <span className={classes.what}>
            {isUnread && <VisuallyHidden>{t('notices.isUnread')} </VisuallyHidden>}
            {sentence(notice, t)}
          </span>
          {about && <span className={classes.about}>{keepPunctuation(about)}</span>}
        </span>
        <time className={classes.when} dateTime={notice.created_at}>
          {formatAgo(notice.created_at, language)}
        </time>
      </Link>
    </li>
  )
}
