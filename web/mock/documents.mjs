/** Documents of the stand-in: taken in, read step by step, listed. */
import { randomUUID } from 'node:crypto'
import * as data from './data.mjs'
import { Refusal, emit, page, sleep } from './state.mjs'

export async function ingest(document) {
  for (const [status, progress] of [
    ['extracting', 0.3],
    ['indexing', 0.7],
    ['ready', 1],
  ]) {
    await sleep(900)
    Object.assign(document, { status, progress })
    if (status === 'ready') document.passages = 9
    emit('document.updated', { id: document.id, status, progress })
  }
}

export function upload(body) {
  const field = (name) => new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1]
  const filename = /filename="([^"]*)"/.exec(body)?.[1] ?? 'fichier'
  if (filename.endsWith('.exe')) {
    throw new Refusal(
      415,
      'Ce format n’est pas pris en charge.',
      'Déposez un PDF, un document Office ou du texte.',
    )
  }
  const path = field('path') ?? filename
  const document = {
    ...data.documents[1],
    id: randomUUID(),
    path,
    title: filename,
    filename,
    status: 'queued',
    progress: 0,
    passages: 0,
    created_at: new Date().toISOString(),
    updated_at: new Date().toISOString(),
  }
  data.documents.unshift(document)
  void ingest(document)
  return { id: document.id, status: 'queued', path, unchanged: false }
}

export function setAudience(choice) {
  if (!choice) return { kind: 'public', companies: [], inherited: true }
  const companies = data.companies.filter((c) => choice.company_ids?.includes(c.id))
  return { kind: choice.kind, companies, inherited: false }
}

export function listDocuments({ query, status, folder, audience }) {
  const needle = (query ?? '').toLowerCase()
  return page(
    data.documents.filter(
      (d) =>
        (!needle || `${d.title} ${d.path}`.toLowerCase().includes(needle)) &&
        (!status || d.status === status) &&
        (!folder || d.path.startsWith(`${folder}/`)) &&
        (!audience || d.audience.kind === audience),
    ),
  )
}
