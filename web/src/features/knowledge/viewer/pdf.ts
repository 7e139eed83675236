/** PDF.js, set up to fetch nothing but from our own origin. */
import { GlobalWorkerOptions, TextLayer, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

export { TextLayer }
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** Opens a document; `close` ends its worker. */
export function openPdf(url: string): { ready: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    url,
    withCredentials: true,
    isEvalSupported: false,
    useWasm: false,
    standardFontDataUrl: '/pdf-fonts/',
    useWorkerFetch: false,
  })
  return { ready: task.promise, close: () => void task.destroy() }
}
