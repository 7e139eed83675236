// A certified OpenID provider (oidc-provider) on this machine, for the tests of single sign-on.
//
// Prints {"url"} once it listens. PUT /client registers a client. Its sign-in page takes whoever
// the test names: POST to it {login, email, email_verified, name, groups} as JSON, or by its form.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { generateKeyPairSync } from 'node:crypto'
import { pathToFileURL } from 'node:url'

const web = createRequire(new URL('../../web/package.json', import.meta.url))
const { Provider } = await import(pathToFileURL(web.resolve('oidc-provider')).href)

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }
const people = new Map()
const clients = new Map()

const server = createServer()
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const url = `http://127.0.0.1:${server.address().port}`

/** What the provider stores, in memory; clients are those that the tests register. */
class Memory {
  static kept = new Map()
  constructor(model) {
    this.model = model
  }
  place(id) {
    return `${this.model}:${id}`
  }
  async upsert(id, payload) {
    Memory.kept.set(this.place(id), payload)
  }
  async find(id) {
    return this.model === 'Client' ? clients.get(id) : Memory.kept.get(this.place(id))
  }
  async findByUid(uid) {
    return [...Memory.kept.values()].find((payload) => payload.uid === uid)
  }
  async findByUserCode() {
    return undefined
  }
  async consume(id) {
    Memory.kept.get(this.place(id)).consumed = Math.floor(Date.now() / 1000)
  }
  async destroy(id) {
    Memory.kept.delete(this.place(id))
  }
  async revokeByGrantId(grantId) {
    for (const [place, payload] of Memory.kept)
      if (payload.grantId === grantId) Memory.kept.delete(place)
  }
}

const provider = new Provider(url, {
  adapter: Memory,
  jwks: { keys: [key] },
  cookies: { keys: ['test'] },
  pkce: { required: () => true },
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: {
    email: ['email', 'email_verified'],
    profile: ['name'],
    groups: ['groups'],
  },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    })
    grant.addOIDCScope('openid email profile groups')
    await grant.save()
    return grant
  },
})

const PAGE = `<!doctype html><title>Who are you?</title><form method="post">
<label>Login <input name="login"></label><label>E-mail <input name="email"></label>
<button>Go on</button></form>`

async function read(request) {
  let body = ''
  for await (const chunk of request) body += chunk
  const asForm = request.headers['content-type']?.includes('urlencoded')
  return asForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body)
}

const answer = provider.callback()
server.on('request', async (request, response) => {
  if (request.method === 'PUT') {
    const client = await read(request)
    clients.set(client.client_id, client)
    return response.end()
  }
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html')
    return response.end(PAGE)
  }
  const { login, ...claims } = await read(request)
  people.set(login, claims)
  await provider.interactionFinished(request, response, { login: { accountId: login } })
})
console.log(JSON.stringify({ url }))
