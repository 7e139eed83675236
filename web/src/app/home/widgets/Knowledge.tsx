import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { documentsQuery } from '@/features/knowledge/api'
import { useTranslation } from '@/i18n'
import { WidgetBody } from '../WidgetBody'
import classes from '../Home.module.css'

const SHOWN = 5

/** The documents that could not be read, and so answer nothing. */
export default function Knowledge() {
  const { t } = useTranslation()
  const found = useInfiniteQuery(documentsQuery({ query: '', status: 'failed', folder: '' }))
  const rows = (found.data?.pages[0]?.items ?? []).slice(0, SHOWN)
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.knowledge')}>
      <ul className={classes.rows}>
        {rows.map(({ id, title }) => (
          <li key={id}>
            <Link to="/documents" className={classes.row}>
              <span className={classes.name}>{title}</span>
              <span className={classes.failed}>{t('layout.knowledge.failed')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </WidgetBody>
  )
}
