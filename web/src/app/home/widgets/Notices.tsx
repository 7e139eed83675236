import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { inboxQuery, useRead } from '@/features/notices/api'
import { sentence, textOf } from '@/features/notices/words'
import { useTranslation } from '@/i18n'
import { formatAgo, keepPunctuation } from '@/i18n/format'
import { WidgetBody } from '../WidgetBody'
import classes from '../Home.module.css'

const SHOWN = 5

/** What the person was told and has not read. */
export default function Notices() {
  const { t, language } = useTranslation()
  const found = useInfiniteQuery(inboxQuery(true))
  const read = useRead()
  const rows = (found.data?.pages[0]?.items ?? []).slice(0, SHOWN)
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.notices')}>
      <ul className={classes.rows}>
        {rows.map((notice) => (
          <li key={notice.id}>
            <Link
              to={notice.path as '/inbox'}
              className={classes.row}
              onClick={() => read.mutate([notice.id])}
            >
              <span className={classes.name}>{sentence(notice, t)}</span>
              <span className={classes.soft}>
                {textOf(notice, 'title') && `${keepPunctuation(textOf(notice, 'title'))} · `}
                <time dateTime={notice.created_at}>{formatAgo(notice.created_at, language)}</time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </WidgetBody>
  )
}
