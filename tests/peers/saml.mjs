// A SAML 2.0 identity provider (samlify) on this machine, for the tests of single sign-on.
//
// Arguments: files of its private key and certificate. Prints {"url"} once it listens.
// PUT /service takes our metadata, PUT /person says who is signed in there:
// {name_id, format, session_index, attributes: {name: [values]}}.
import { createRequire } from 'node:module'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

const web = createRequire(new URL('../../web/package.json', import.meta.url))
const saml = web('samlify')
// The product under test checks what it gets against the schema; this side trusts what it gets.
saml.setSchemaValidator({ validate: async () => 'unchecked' })

const [keyFile, certificateFile] = process.argv.slice(2)
const redirect = saml.Constants.namespace.binding.redirect
const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'

const server = createServer()
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const url = `http://127.0.0.1:${server.address().port}`

const idp = saml.IdentityProvider({
  entityID: `${url}/metadata`,
  privateKey: readFileSync(keyFile, 'utf8'),
  signingCert: readFileSync(certificateFile, 'utf8'),
  generateID: () => `_${crypto.randomUUID()}`,
  wantAuthnRequestsSigned: true,
  wantLogoutRequestSigned: true,
  wantLogoutResponseSigned: true,
  requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  nameIDFormat: [unspecified],
  singleSignOnService: [{ Binding: redirect, Location: `${url}/sso` }],
  singleLogoutService: [{ Binding: redirect, Location: `${url}/slo` }],
})
let service = null
let person = null

const escaped = (text) => saml.SamlLib.replaceTagsByValue('<a>{V}</a>', { V: text }).slice(3, -4)

function statements() {
  const attributes = Object.entries(person.attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${name}">${values
        .map((value) => `<saml:AttributeValue>${escaped(value)}</saml:AttributeValue>`)
        .join('')}</saml:Attribute>`,
  )
  return `<saml:AuthnStatement AuthnInstant="${new Date().toISOString()}" SessionIndex="${
    person.session_index
  }"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`
}

function responseFor(requestId) {
  const now = new Date()
  const end = new Date(now.getTime() + 300_000).toISOString()
  const acs = service.entityMeta.getAssertionConsumerService('post')
  return (template) => {
    const id = `_${crypto.randomUUID()}`
    const values = {
      ID: id,
      AssertionID: `_${crypto.randomUUID()}`,
      Destination: acs,
      Audience: service.entityMeta.getEntityID(),
      SubjectRecipient: acs,
      Issuer: idp.entityMeta.getEntityID(),
      IssueInstant: now.toISOString(),
      StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
      ConditionsNotBefore: now.toISOString(),
      ConditionsNotOnOrAfter: end,
      SubjectConfirmationDataNotOnOrAfter: end,
      NameIDFormat: person.format ?? unspecified,
      NameID: person.name_id,
      InResponseTo: requestId,
    }
    const whole = template.replace('{AuthnStatement}{AttributeStatement}', statements())
    return { id, context: saml.SamlLib.replaceTagsByValue(whole, values) }
  }
}

/** What the signature of a redirect covers: the query as it was written, without itself. */
function signedPart(search) {
  const parts = search.slice(1).split('&')
  return ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg']
    .flatMap((name) => parts.filter((part) => part.startsWith(`${name}=`)))
    .join('&')
}

async function answer(request, response) {
  const { pathname, search, searchParams } = new URL(request.url, url)
  const asked = { query: Object.fromEntries(searchParams), octetString: signedPart(search) }
  const go = (location) => response.writeHead(302, { location }).end()
  if (request.method === 'PUT') {
    let body = ''
    for await (const chunk of request) body += chunk
    if (pathname === '/person') person = JSON.parse(body)
    else
      service = saml.ServiceProvider({
        metadata: body,
        wantLogoutRequestSigned: true,
        wantLogoutResponseSigned: true,
      })
    return response.end()
  }
  if (pathname === '/metadata') return response.end(idp.getMetadata())
  if (pathname === '/sso') {
    const login = asked.query.SAMLRequest
      ? await idp.parseLoginRequest(service, 'redirect', asked)
      : null
    const id = login?.extract.request.id
    const made = await idp.createLoginResponse(service, login, 'post', {}, responseFor(id))
    response.setHeader('content-type', 'text/html')
    return response.end(
      `<form method="post" action="${made.entityEndpoint}"><input name="SAMLResponse" value="${made.context}"></form>`,
    )
  }
  if (pathname === '/slo' && asked.query.SAMLRequest) {
    const info = await idp.parseLogoutRequest(service, 'redirect', asked)
    return go(idp.createLogoutResponse(service, info, 'redirect').context)
  }
  if (pathname === '/slo') {
    await idp.parseLogoutResponse(service, 'redirect', asked)
    return response.end('signed out everywhere')
  }
  if (pathname === '/sign-out') {
    const user = { logoutNameID: person.name_id, sessionIndex: person.session_index }
    return go(idp.createLogoutRequest(service, 'redirect', user).context)
  }
  return response.writeHead(404).end()
}

server.on('request', (request, response) =>
  answer(request, response).catch((error) => response.writeHead(500).end(String(error))),
)
console.log(JSON.stringify({ url }))
