import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { coveredPieces } from './marking'
import { TextLayer, type PDFDocumentProxy } from './pdf'
import classes from './PdfView.module.css'

interface PdfPageProps {
  pdf: PDFDocumentProxy
  number: number
  /** Width to draw at, in CSS pixels. */
  width: number
  /** Height divided by width, until the page itself says better. */
  ratio: number
  /** Text to mark on this page; empty for none. */
  passage: string
  /** Called when the page is drawn, with the first marked piece if there is one. */
  onDrawn?: (mark: HTMLElement | null) => void
}

/** Draws the page once it comes near the screen. */
export function PdfPage(props: PdfPageProps) {
  const { pdf, number, width, ratio, passage, onDrawn } = props
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [shape, setShape] = useState(ratio)
  const drawn = useRef(onDrawn)
  useEffect(() => {
    drawn.current = onDrawn
  })

  useEffect(() => {
    if (!frame.current) return undefined
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true)
      },
      { rootMargin: '600px' },
    )
    watcher.observe(frame.current)
    return () => watcher.disconnect()
  }, [])

  useEffect(() => {
    const box = frame.current
    if (!near || !box || width === 0) return undefined
    const drawing = drawPage({ pdf, number, width, passage, box })
    void drawing.done.then((result) => {
      if (!result) return
      setShape(result.ratio)
      drawn.current?.(result.mark)
    })
    return drawing.cancel
  }, [near, pdf, number, width, passage])

  return (
    <div
      ref={frame}
      className={classes.page}
      style={{ width, height: width * shape }}
      role="region"
      aria-label={t('viewer.page', { page: number })}
    />
  )
}

interface Drawing {
  pdf: PDFDocumentProxy
  number: number
  width: number
  passage: string
  box: HTMLElement
}

interface Drawn {
  ratio: number
  mark: HTMLElement | null
}

function drawPage(drawing: Drawing): { done: Promise<Drawn | null>; cancel: () => void } {
  let cancelled = false
  let cancelRender: () => void = () => undefined

  async function draw(): Promise<Drawn | null> {
    const { pdf, number, width, passage, box } = drawing
    const page = await pdf.getPage(number)
    if (cancelled) return null
    const natural = page.getViewport({ scale: 1 })
    const scale = width / natural.width
    const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    cancelRender = () => task.cancel()
    await task.promise

    const content = await page.getTextContent()
    const layer = document.createElement('div')
    layer.className = classes.text ?? ''
    layer.style.setProperty('--total-scale-factor', String(scale))
    const text = new TextLayer({
      textContentSource: content,
      container: layer,
      viewport: page.getViewport({ scale }),
    })
    await text.render()
    const covered = coveredPieces(text.textContentItemsStr, passage)
    const marks = text.textDivs.filter((_, index) => covered.has(index))
    for (const mark of marks) mark.classList.add(classes.marked ?? '')
    box.replaceChildren(canvas, layer)
    return { ratio: natural.height / natural.width, mark: marks[0] ?? null }
  }

  return {
    // A drawing that was cancelled, or a page that is broken, leaves its white sheet.
    done: draw().catch(() => null),
    cancel: () => {
      cancelled = true
      cancelRender()
    },
  }
}
