import { useElementSize } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { useTranslation } from '@/i18n'
import { openPdf, type PDFDocumentProxy } from './pdf'
import { PdfPage } from './PdfPage'
import classes from './PdfView.module.css'

interface PdfViewProps {
  url: string
  /** 1-based page to open at. */
  page: number | null
  passage: string
}

/** A4, for the instant before the first page tells its own shape. */
const USUAL_RATIO = Math.SQRT2
/** Room around the pages, in pixels. */
const MARGIN = 32

export default function PdfView({ url, page, passage }: PdfViewProps) {
  const { t } = useTranslation()
  const { pdf, ratio, failed } = usePdf(url)
  const { ref, width } = useElementSize()
  const target = page ?? 1
  const placed = useRef(false)

  const onDrawn = useCallback((mark: HTMLElement | null) => {
    if (placed.current) return
    placed.current = true
    mark?.scrollIntoView({ block: 'center' })
  }, [])

  const onTarget = useCallback((element: HTMLDivElement | null) => {
    if (!placed.current) element?.scrollIntoView({ block: 'start' })
  }, [])

  if (failed !== null) {
    return (
      <div className={classes.failed}>
        <ProblemNotice error={failed} />
      </div>
    )
  }
  const pageWidth = Math.max(0, width - MARGIN)
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('viewer.content')}>
      <div ref={ref} className={classes.pages}>
        {!pdf && <ViewerSkeleton />}
        {pdf &&
          pageWidth > 0 &&
          Array.from({ length: pdf.numPages }, (_, i) => i + 1).map((number) => (
            <div key={number} ref={number === target ? onTarget : undefined}>
              <PdfPage
                pdf={pdf}
                number={number}
                width={pageWidth}
                ratio={ratio}
                // A passage may run over to the next page.
                passage={number === target || number === target + 1 ? passage : ''}
                {...(number === target ? { onDrawn } : {})}
              />
            </div>
          ))}
      </div>
    </div>
  )
}

function usePdf(url: string) {
  const [state, setState] = useState<{
    pdf: PDFDocumentProxy | null
    ratio: number
    failed: unknown
  }>({ pdf: null, ratio: USUAL_RATIO, failed: null })

  useEffect(() => {
    let current = true
    const { ready, close } = openPdf(url)
    ready
      .then(async (pdf) => {
        const first = (await pdf.getPage(1)).getViewport({ scale: 1 })
        if (current) setState({ pdf, ratio: first.height / first.width, failed: null })
      })
      .catch((failed: unknown) => {
        if (current) setState((now) => ({ ...now, failed }))
      })
    return () => {
      current = false
      close()
    }
  }, [url])

  return state
}
