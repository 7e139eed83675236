import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { documentsQuery } from '@/features/knowledge/api'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { WidgetBody } from '../WidgetBody'
import classes from '../Home.module.css'

const SHOWN = 5

/** The documents that changed last, of those that the person may read. */
export default function Documents() {
  const { t, language } = useTranslation()
  const found = useInfiniteQuery(documentsQuery({ query: '', status: '', folder: '' }))
  const rows = (found.data?.pages[0]?.items ?? []).slice(0, SHOWN)
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.documents')}>
      <ul className={classes.rows}>
        {rows.map(({ id, title, updated_at: at }) => (
          <li key={id}>
            <Link to="/documents" className={classes.row}>
              <span className={classes.name}>{title}</span>
              <time className={classes.soft} dateTime={at}>
                {formatAgo(at, language)}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </WidgetBody>
  )
}
