/** The addresses of the HTTP contract and what each does. */
import { randomBytes, randomUUID } from 'node:crypto'
import { makeAnswer } from './answers.mjs'
import * as data from './data.mjs'
import { ingest, listDocuments, setAudience, upload } from './documents.mjs'
import { PORT, Refusal, emit, find, page, removeFrom, sleep, state } from './state.mjs'

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
  ['GET', '/ai/embeddings', () => data.embeddings],
  [
    'PUT',
    '/ai/embeddings',
    ({ body }) => {
      const { kind, base_url = '', model = '', api_key } = body
      const key_set = api_key === undefined ? data.embeddings.choice.key_set : api_key !== ''
      return Object.assign(data.embeddings, { choice: { kind, base_url, model, key_set } })
    },
  ],
  ['POST', '/ai/embeddings/test', () => ({ ok: true, dimensions: 384, ms: 12, error: null })],
  ['POST', '/ai/embeddings/cancel', () => data.embeddings],
  ['POST', '/ai/embeddings/rebuild', () => data.embeddings],
]

export function match(method, path) {
  for (const [verb, pattern, handler] of routes) {
    if (verb !== method) continue
    const names = [...pattern.matchAll(/:(\w+)/g)].map((m) => m[1])
    const found = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path)
    if (found)
      return { handler, params: Object.fromEntries(names.map((n, i) => [n, found[i + 1]])) }
  }
  throw new Refusal(404, 'Cette adresse n’existe pas.')
}
