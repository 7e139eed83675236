import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { frameStyles } from './frameStyles'
import classes from './HtmlView.module.css'

interface HtmlViewProps {
  title: string
  html: string
  /** First and last block of the cited passage; null marks nothing. */
  blocks: [first: number, last: number] | null
}

/**
 * The converted document in a frame that runs no script and shares no style with us.
 * Its content was cleaned by the server; the frame is the second wall.
 */
export function HtmlView({ title, html, blocks }: HtmlViewProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState(0)
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const first = blocks?.[0]
  const last = blocks?.[1]

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (!inside || loaded === 0) return
    dress(inside, scheme)
    openLinksOutside(inside)
  }, [loaded, scheme])

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (!inside || loaded === 0 || first === undefined || last === undefined) return
    markBlocks(inside, first, last)
  }, [loaded, first, last])

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={`${t('viewer.content')} : ${title}`}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html}
      onLoad={() => setLoaded((count) => count + 1)}
    />
  )
}

function dress(inside: Document, scheme: 'light' | 'dark'): void {
  const view = inside.defaultView
  if (!view) return
  // A sheet belongs to the window that made it: ours would be refused inside the frame.
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(frameStyles(getComputedStyle(document.documentElement), scheme))
  inside.adoptedStyleSheets = [sheet]
}

function openLinksOutside(inside: Document): void {
  for (const link of inside.querySelectorAll('a[href]')) {
    if (link.getAttribute('href')?.startsWith('#')) continue
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
  }
}

function markBlocks(inside: Document, first: number, last: number): void {
  let top: HTMLElement | null = null
  for (let block = first; block <= last; block += 1) {
    const element = inside.getElementById(`b${block}`)
    element?.classList.add('cited')
    top ??= element
  }
  if (!top) return
  const room = inside.documentElement.clientHeight / 4
  inside.defaultView?.scrollTo({ top: top.offsetTop - room })
}
