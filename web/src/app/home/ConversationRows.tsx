import { Link } from '@tanstack/react-router'
import type { ConversationSummary } from '@/api/types'
import { useTranslation } from '@/i18n'
import { formatAgo, keepPunctuation } from '@/i18n/format'
import classes from './Home.module.css'

interface ConversationRowsProps {
  rows: ConversationSummary[]
  /** Since when the row's person waits, where that matters more than the last change. */
  whenOf?: (row: ConversationSummary) => string
}

export function ConversationRows({ rows, whenOf }: ConversationRowsProps) {
  const { t, language } = useTranslation()
  return (
    <ul className={classes.rows}>
      {rows.map((row) => {
        const when = whenOf?.(row) ?? row.updated_at
        return (
          <li key={row.id}>
            <Link
              to="/conversations/$conversationId"
              params={{ conversationId: row.id }}
              className={classes.row}
            >
              <span className={classes.name}>
                {row.title ? keepPunctuation(row.title) : t('conversations.untitled')}
              </span>
              <span className={classes.soft}>
                {row.asker && `${row.asker.company || row.asker.name} · `}
                <time dateTime={when}>{formatAgo(when, language)}</time>
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
