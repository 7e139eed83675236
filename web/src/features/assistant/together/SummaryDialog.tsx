import { Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Conversation, Summary } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { keepPunctuation } from '@/i18n/format'
import { summaryQuery } from './api'
import { since } from './since'
import classes from './Together.module.css'

interface SummaryDialogProps {
  conversation: Conversation
  onClose: () => void
}

/** What whoever takes over must know, in the words that were said. */
export default function SummaryDialog({ conversation, onClose }: SummaryDialogProps) {
  const { t } = useTranslation()
  const summary = useQuery(summaryQuery(conversation.id, conversation.messages.length))
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('together.summaryTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {summary.isPending && <Skeleton height={120} />}
      {summary.isError && (
        <ProblemNotice error={summary.error} onRetry={() => void summary.refetch()} />
      )}
      {summary.data && <Told summary={summary.data} />}
    </Modal>
  )
}

function Told({ summary }: { summary: Summary }) {
  const { t, language } = useTranslation()
  const { asker, company, tried, left_out: leftOut, last_words: words } = summary
  const time = since(summary.waiting_since ?? summary.started_at, language)
  return (
    <>
      <p>
        {company
          ? t('together.summaryAsker', { name: asker.name, company, time })
          : t('together.summaryStaff', { name: asker.name, time })}
      </p>
      {leftOut > 0 && (
        <p className={classes.soft}>{t('together.summaryEarlier', { count: leftOut })}</p>
      )}
      <ol className={classes.tried} start={leftOut + 1}>
        {tried.map((one) => (
          <li key={one.asked_at}>
            <strong>{keepPunctuation(one.question)}</strong>
            <br />
            {[
              one.status === 'answered'
                ? t('together.summaryAnswered', { sources: one.sources.join(', ') || '—' })
                : t('together.summaryRefused'),
              one.rated && t(one.rated === 'up' ? 'together.summaryUp' : 'together.summaryDown'),
            ]
              .filter(Boolean)
              .join(' · ')}
            {one.wish && (
              <>
                <br />
                {t('together.summaryWish', { wish: one.wish })}
              </>
            )}
          </li>
        ))}
      </ol>
      {words && <p>{t('together.summaryWords', { words })}</p>}
    </>
  )
}
