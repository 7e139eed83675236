/**
 * A stand-in for the server while working on screens: `npm run mock`, then `npm run dev`.
 * Keeps the HTTP contract in memory; also serves `dist` under the real content policy.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { streamAnswer } from './answers.mjs'
import * as data from './data.mjs'
import { samplePdf } from './pdf.mjs'
import { match } from './routes.mjs'
import { PORT, Refusal, state } from './state.mjs'

const DIST = join(import.meta.dirname, '../dist')
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
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
