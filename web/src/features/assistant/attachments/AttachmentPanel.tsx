import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { address } from '@/api/client'
import { ProblemNotice } from '@/components/ProblemNotice'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { IconDownload } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { attachmentQuery } from '../api'
import classes from './Attachments.module.css'

interface AttachmentPanelProps {
  id: string
  passageId: string
  quote: string
}

/** What the assistant read in a file of the conversation, at the passage that an answer rests on. */
export default function AttachmentPanel({ id, passageId, quote }: AttachmentPanelProps) {
  const { t } = useTranslation()
  const read = useQuery(attachmentQuery(id))
  const cited = useRef<HTMLElement>(null)
  useEffect(() => {
    cited.current?.scrollIntoView({ block: 'center' })
  }, [read.data, passageId])
  if (read.isPending) return <ViewerSkeleton />
  if (read.isError) {
    return (
      <div className={classes.problem}>
        <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      </div>
    )
  }
  return (
    <div className={classes.read}>
      <p className={classes.facts}>
        <span>{t('attach.readHere')}</span>
        <Anchor href={address(`/attachments/${id}/file`)} download className={classes.get}>
          <IconDownload size={14} aria-hidden />
          {t('viewer.download')}
        </Anchor>
      </p>
      {read.data.passages.map((passage) => (
        <section
          key={passage.id}
          ref={passage.id === passageId ? cited : undefined}
          className={classes.passage}
        >
          {(passage.headings.length > 0 || passage.page !== null) && (
            <h3>
              {[
                ...passage.headings,
                ...(passage.page === null ? [] : [t('source.page', { page: passage.page })]),
              ].join(' · ')}
            </h3>
          )}
          <p>{passage.id === passageId ? marked(passage.text, quote) : passage.text}</p>
        </section>
      ))}
    </div>
  )
}

/** The text with the words that the answer rests on. */
function marked(text: string, quote: string) {
  const at = quote ? text.indexOf(quote) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}
