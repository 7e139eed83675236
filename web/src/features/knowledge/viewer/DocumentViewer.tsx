export default function DocumentViewer(_: {
  documentId: string
  passageId: string
  path: string
  page: number | null
  quote: string
}) {
  return null
}
