import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy } from 'react'
import { address } from '@/api/client'
import type { DocumentView, Passage } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { IconDownload } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useOffline } from '@/offline/useOffline'
import { passageQuery, viewQuery } from './api'
import { HtmlView } from './HtmlView'
import classes from './DocumentViewer.module.css'

const PdfView = lazy(() => import('./PdfView'))

interface DocumentViewerProps {
  documentId: string
  path: string
  /** The passage to mark; without one the document opens at its beginning. */
  passageId?: string
  page?: number | null
  /** Marked when the passage itself is gone, for instance after a new version. */
  quote?: string
}

export default function DocumentViewer(props: DocumentViewerProps) {
  const { documentId, path, passageId, page = null, quote = '' } = props
  const { t } = useTranslation()
  const view = useQuery(viewQuery(documentId))
  const passage = useQuery({
    ...passageQuery(documentId, passageId ?? ''),
    enabled: passageId !== undefined,
  })
  const waiting = view.isPending || (passageId !== undefined && passage.isPending)
  const shownPage = page ?? passage.data?.page ?? null

  return (
    <div className={classes.viewer}>
      <div className={classes.facts}>
        <span className={classes.path}>
          {path}
          {shownPage !== null && ` · ${t('source.page', { page: shownPage })}`}
        </span>
        <Anchor
          href={address(`/documents/${documentId}/original`)}
          download
          className={classes.download}
        >
          <IconDownload size={14} aria-hidden />
          {t('viewer.download')}
        </Anchor>
      </div>
      {waiting && <ViewerSkeleton />}
      {view.isError && (
        <div className={classes.problem}>
          <ProblemNotice error={view.error} onRetry={() => void view.refetch()} />
        </div>
      )}
      {!waiting && view.data && (
        <Content view={view.data} passage={passage.data} page={shownPage} quote={quote} />
      )}
    </div>
  )
}

interface ContentProps {
  view: DocumentView
  passage: Passage | undefined
  page: number | null
  quote: string
}

function Content({ view, passage, page, quote }: ContentProps) {
  const offline = useOffline()
  // The file itself is not kept: its words are.
  if (view.kind === 'html' || offline) {
    return (
      <HtmlView
        title={view.title}
        html={view.html}
        blocks={passage ? [passage.first_block, passage.last_block] : null}
      />
    )
  }
  return (
    <Suspense fallback={<ViewerSkeleton />}>
      <PdfView
        url={address(`/documents/${view.document_id}/original`)}
        page={page}
        passage={`${passage?.text ?? ''}\n${quote}`}
      />
    </Suspense>
  )
}
