/**
 * A stand-in for the server while working on screens: `npm run mock`, then `npm run dev`.
 * Keeps the HTTP contract in memory; also serves `dist` under the real content policy.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import * as data from './data.mjs'
import { samplePdf } from './pdf.mjs'

const PORT = Number(process.env.PORT ?? 8000)
const DIST = join(import.meta.dirname, '../dist')
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
}

const state = {
  account: process.env.SIGNED_IN ? data.accounts[0] : null,
  preferences: { language: 'fr', theme: 'auto' },
  conversations: [],
  deleted: new Map(),
  invitations: [],
  keys: [],
  streams: new Set(),
  synonyms: [
    ['courriel', 'e-mail', 'mail'],
    ['poste', 'PC', 'ordinateur'],
    ['mdp', 'mot de passe'],
  ],
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const page = (items) => ({ items, next_cursor: null })

class Refusal extends Error {
  constructor(status, title, hint = '', errors = undefined) {
    super(title)
    this.body = { type: 'about:blank', title, status, code: 'mock', hint, errors }
  }
}

function emit(event, payload) {
  for (const stream of state.streams) {
    stream.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`)
  }
}

function me() {
  const { email, name, role } = state.account
  return {
    user: { id: 'u1', email, name },
    member: { id: 'm1', role, company: role === 'guest' ? data.companies[0] : null },
    workspace: { id: 'w1', name: 'Alpiges Informatique', slug: 'alpiges' },
    workspaces: [{ id: 'w1', name: 'Alpiges Informatique' }],
    permissions: data.permissions[role],
    credential: 'session',
    ...state.preferences,
  }
}

function makeAnswer({ question, conversation_id }) {
  const base = /cantine|menu du|météo/i.test(question) ? data.refused : data.answered
  let talk = state.conversations.find((c) => c.id === conversation_id)
  if (!talk) {
    talk = { id: randomUUID(), title: question.slice(0, 70), messages: [] }
    state.conversations.unshift(talk)
  }
  const created_at = new Date().toISOString()
  const answer = {
    id: randomUUID(),
    conversation_id: talk.id,
    question,
    ...base,
    sentences: base.sentences.map((s) => ({ marker: '', supported: true, ...s })),
    text: base.text ?? base.sentences.map((s) => s.text).join('\n'),
    generator: 'extractive',
    model: null,
    fallback: false,
    cached: talk.messages.length > 0,
    ai_notice: 'Réponse rédigée par une IA à partir de vos documents.',
    handover: false,
    rating: null,
    took_ms: 42,
    created_at,
  }
  talk.updated_at = created_at
  talk.messages.push(
    { id: randomUUID(), role: 'user', text: question, answer: null, created_at },
    { id: randomUUID(), role: 'assistant', text: answer.text, answer, created_at },
  )
  return answer
}

async function streamAnswer(body, response) {
  if (/panne/i.test(body.question))
    throw new Refusal(503, 'Le service est occupé.', 'Réessayez dans une minute.')
  const answer = makeAnswer(body)
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  await sleep(400)
  for (const token of answer.text.split(/(?<=\s)/)) {
    response.write(`event: token\ndata: ${JSON.stringify({ text: token })}\n\n`)
    await sleep(25)
  }
  for (const citation of answer.citations) {
    response.write(`event: citation\ndata: ${JSON.stringify(citation)}\n\n`)
  }
  response.end(`event: done\ndata: ${JSON.stringify(answer)}\n\n`)
}

async function ingest(document) {
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

function upload(body) {
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

const find = (items, id) => {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Refusal(404, 'Introuvable.', 'Il a peut-être été supprimé.')
  return found
}

function setAudience(choice) {
  if (!choice) return { kind: 'public', companies: [], inherited: true }
  const companies = data.companies.filter((c) => choice.company_ids?.includes(c.id))
  return { kind: choice.kind, companies, inherited: false }
}

function listDocuments({ query, status, folder, audience }) {
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

function removeFrom(items, id) {
  const item = find(items, id)
  items.splice(items.indexOf(item), 1)
  return item
}

const routes = [
  ['GET', '/demo', () => ({ accounts: data.accounts })],
  ['GET', '/me', me],
  [
    'PATCH',
    '/me',
    ({ body }) => {
      const { name, ...rest } = body
      if (name) state.account.name = name
      Object.assign(state.preferences, rest)
      return me()
    },
  ],
  ['GET', '/suggestions', () => page(data.suggestions)],
  [
    'GET',
    '/conversations',
    () => page(state.conversations.map((c) => ({ ...c, messages: c.messages.length }))),
  ],
  ['GET', '/conversations/:id', ({ id }) => find(state.conversations, id)],
  ['POST', '/answers', ({ body }) => makeAnswer(body)],
  ['POST', '/answers/:id/rating', () => ({})],
  ['POST', '/answers/:id/handover', () => ({ id: randomUUID(), status: 'requested' })],
  ['GET', '/documents', ({ query }) => listDocuments(query)],
  ['POST', '/documents', ({ raw }) => upload(raw)],
  ['GET', '/documents/:id', ({ id }) => find(data.documents, id)],
  [
    'PATCH',
    '/documents/:id',
    ({ id, body }) => {
      const document = find(data.documents, id)
      if ('audience' in body) document.audience = setAudience(body.audience)
      if (body.title) document.title = body.title
      return document
    },
  ],
  [
    'DELETE',
    '/documents/:id',
    ({ id }) => {
      state.deleted.set(id, removeFrom(data.documents, id))
      emit('document.deleted', { id })
    },
  ],
  [
    'POST',
    '/documents/:id/restoration',
    ({ id }) => {
      const document = state.deleted.get(id)
      data.documents.unshift(document)
      return document
    },
  ],
  [
    'POST',
    '/documents/:id/retry',
    ({ id }) => {
      const document = Object.assign(find(data.documents, id), {
        status: 'queued',
        progress: 0,
        error: null,
      })
      void ingest(document)
      return document
    },
  ],
  [
    'GET',
    '/documents/:id/view',
    ({ id }) => {
      const document = find(data.documents, id)
      const pdf = document.media_type === 'application/pdf'
      return {
        document_id: id,
        title: document.title,
        media_type: document.media_type,
        kind: pdf ? 'pdf' : 'html',
        html: pdf ? '' : data.vpnHtml,
        pages: document.pages,
      }
    },
  ],
  [
    'GET',
    '/documents/:id/passages/:passage',
    ({ passage }) => ({
      id: passage,
      ordinal: 1,
      text: 'Ouvrez l’application FortiClient depuis le menu Démarrer.',
      headings: ['Première connexion'],
      page: passage === 'p2' ? 2 : null,
      first_block: 3,
      last_block: 7,
    }),
  ],
  [
    'GET',
    '/folders',
    () => {
      const folders = new Map()
      for (const d of data.documents) {
        const path = d.path.split('/').slice(0, -1).join('/')
        folders.set(path, (folders.get(path) ?? 0) + 1)
      }
      return page([...folders].map(([path, documents]) => ({ path, documents, audience: null })))
    },
  ],
  ['PUT', '/folders/audience', () => ({})],
  ['GET', '/search/synonyms', () => ({ groups: state.synonyms })],
  ['PUT', '/search/synonyms', ({ body }) => ({ groups: (state.synonyms = body.groups) })],
  ['GET', '/members', () => page(data.members)],
  [
    'PATCH',
    '/members/:id',
    ({ id, body }) => {
      const { company_id, ...rest } = body
      const member = Object.assign(find(data.members, id), rest)
      if (company_id !== undefined)
        member.company = data.companies.find((c) => c.id === company_id) ?? null
      return member
    },
  ],
  ['GET', '/companies', () => page(data.companies)],
  [
    'POST',
    '/companies',
    ({ body }) => {
      const company = { id: randomUUID(), name: body.name }
      data.companies.push(company)
      return company
    },
  ],
  ['GET', '/invitations', () => page(state.invitations)],
  [
    'POST',
    '/invitations',
    ({ body }) => {
      if (!body.email.includes('@')) {
        throw new Refusal(422, 'Vérifiez le formulaire.', '', [
          { field: 'email', message: 'Adresse e-mail non valide.' },
        ])
      }
      const invitation = {
        id: randomUUID(),
        email: body.email,
        role: body.role,
        company: data.companies.find((c) => c.id === body.company_id) ?? null,
        link: `http://127.0.0.1:${PORT}/invitation/${randomBytes(12).toString('base64url')}`,
        expires_at: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        status: 'open',
        created_at: new Date().toISOString(),
      }
      state.invitations.unshift(invitation)
      return invitation
    },
  ],
  ['DELETE', '/invitations/:id', ({ id }) => void removeFrom(state.invitations, id)],
  [
    'GET',
    '/invitations/lookup',
    ({ query }) => {
      if (query.token === 'expired')
        throw new Refusal(404, 'Cette invitation n’est plus valable.', 'Demandez-en une nouvelle.')
      return { workspace: 'Alpiges Informatique', email: 'nouveau@martel.example', role: 'guest' }
    },
  ],
  ['POST', '/invitations/acceptance', () => ({})],
  ['GET', '/api-keys', () => page(state.keys)],
  [
    'POST',
    '/api-keys',
    ({ body }) => {
      const key = {
        id: randomUUID(),
        prefix: 'netz_4f2a',
        expires_at: null,
        last_used_at: null,
        ...body,
      }
      state.keys.unshift(key)
      return { ...key, key: `netz_4f2a_${randomBytes(24).toString('base64url')}` }
    },
  ],
  ['DELETE', '/api-keys/:id', ({ id }) => void removeFrom(state.keys, id)],
  ['GET', '/ai/models', () => page(data.models)],
  [
    'POST',
    '/ai/models',
    ({ body }) => {
      const { api_key, ...rest } = body
      const model = {
        id: randomUUID(),
        has_key: Boolean(api_key),
        remote: true,
        state: 'closed',
        source: 'workspace',
        position: data.models.length,
        ...rest,
      }
      data.models.push(model)
      return model
    },
  ],
  [
    'POST',
    '/ai/models/test',
    async ({ body }) => {
      await sleep(600)
      if (body.id === 'a2') {
        return {
          ok: false,
          latency_ms: 600,
          error: {
            code: 'unreachable',
            message: 'Le serveur ne répond pas.',
            hint: 'Vérifiez qu’Ollama est démarré.',
          },
        }
      }
      return { ok: true, latency_ms: 412, reply: 'Bonjour !' }
    },
  ],
  [
    'PUT',
    '/ai/models/order',
    ({ body }) => {
      data.models.sort((a, b) => body.ids.indexOf(a.id) - body.ids.indexOf(b.id))
      return page(data.models)
    },
  ],
  ['PATCH', '/ai/models/:id', ({ id, body }) => Object.assign(find(data.models, id), body)],
  ['DELETE', '/ai/models/:id', ({ id }) => void removeFrom(data.models, id)],
]

function match(method, path) {
  for (const [verb, pattern, handler] of routes) {
    if (verb !== method) continue
    const names = [...pattern.matchAll(/:(\w+)/g)].map((m) => m[1])
    const found = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path)
    if (found)
      return { handler, params: Object.fromEntries(names.map((n, i) => [n, found[i + 1]])) }
  }
  throw new Refusal(404, 'Cette adresse n’existe pas.')
}

async function read(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

function signIn(method, body) {
  if (method === 'DELETE') {
    state.account = null
    return [401, { status: 401, meta: { is_authenticated: false } }]
  }
  if (method === 'GET') return state.account ? [200, { status: 200 }] : [401, { status: 401 }]
  const account = data.accounts.find((a) => a.email === body.email && a.password === body.password)
  if (!account) {
    const errors = [
      {
        code: 'email_password_mismatch',
        param: 'password',
        message: 'Adresse ou mot de passe incorrect.',
      },
    ]
    return [400, { status: 400, errors }]
  }
  state.account = account
  return [200, { status: 200, meta: { is_authenticated: true } }]
}

const PUBLIC = ['/demo', '/invitations/lookup', '/invitations/acceptance']

async function answerApi(request, response, url) {
  const raw = await read(request)
  const isJson = request.headers['content-type']?.includes('json')
  const body = isJson && raw ? JSON.parse(Buffer.from(raw, 'latin1').toString()) : {}
  if (url.pathname.startsWith('/_allauth/')) {
    const [status, content] = signIn(request.method, body)
    return sendJson(response, status, content)
  }
  const path = url.pathname.replace('/api/v2', '')
  if (!state.account && !PUBLIC.includes(path))
    throw new Refusal(401, 'Connectez-vous pour continuer.')
  if (path === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write('event: ping\ndata: {}\n\n')
    state.streams.add(response)
    return request.on('close', () => state.streams.delete(response))
  }
  if (/^\/documents\/[^/]+\/original$/.test(path)) {
    response.writeHead(200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="original.pdf"',
    })
    return response.end(samplePdf())
  }
  if (path === '/answers' && request.headers.accept?.includes('event-stream')) {
    return streamAnswer(body, response)
  }
  const { handler, params } = match(request.method, path)
  const result = await handler({
    ...params,
    body,
    raw: Buffer.from(raw, 'latin1').toString(),
    query: Object.fromEntries(url.searchParams),
  })
  return result === undefined ? response.writeHead(204).end() : sendJson(response, 200, result)
}

function sendJson(response, status, content, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type })
  response.end(JSON.stringify(content))
}

function serveClient(response, path) {
  const file = join(DIST, normalize(path))
  if (TYPES[extname(file)] && existsSync(file)) {
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] })
    return response.end(readFileSync(file))
  }
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
  })
  return response.end(
    readFileSync(join(DIST, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce),
  )
}

createServer(async (request, response) => {
  const url = new URL(request.url, `http://127.0.0.1:${PORT}`)
  try {
    if (/^\/(api|_allauth)\//.test(url.pathname)) await answerApi(request, response, url)
    else serveClient(response, url.pathname)
  } catch (error) {
    const body =
      error instanceof Refusal
        ? error.body
        : { title: 'Erreur du serveur.', status: 500, hint: String(error) }
    if (!response.headersSent) sendJson(response, body.status, body, 'application/problem+json')
    else response.end()
  }
}).listen(PORT, '127.0.0.1')
