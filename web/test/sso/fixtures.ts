/** What the screens of single sign-on are shown with. */
import type { Connection, Domain, Enforcement, Link, SignInTest } from '@/features/sso/api'
import type { Directory, DirectoryGroup } from '@/features/sso/directory'

const base = 'https://netz.example/_allauth'
export const CONNECTION: Connection = {
  id: 'c1',
  kind: 'oidc',
  name: 'Compte Armor',
  enabled: false,
  tested_at: null,
  issuer: '',
  client_id: '',
  has_secret: false,
  entity_id: '',
  sso_url: '',
  slo_url: '',
  certificates: [],
  allow_idp_initiated: false,
  single_logout: true,
  attributes: { email: '', name: '', groups: '', subject: '', scope: '' },
  jit: true,
  default_role: 'guest',
  default_custom_role_id: null,
  default_company_id: null,
  mapping: [],
  service: {
    redirect_uri: `${base}/oidc/c1/login/callback/`,
    logout_uri: 'https://netz.example/sign-in',
    acs_url: `${base}/saml/c1/acs/`,
    sls_url: `${base}/saml/c1/sls/`,
    entity_id: `${base}/saml/c1/metadata/`,
    metadata_url: `${base}/saml/c1/metadata/`,
    start_url: `${base}/start/c1`,
  },
}
export const DOMAIN: Domain = {
  id: 'd1',
  name: 'armor.example',
  connection_id: null,
  record_name: '_netz-challenge.armor.example',
  record_value: 'netz-verification=abc',
  verified_at: null,
  checked_at: null,
  missing_since: null,
}
export const ENFORCEMENT: Enforcement = {
  enforced: false,
  break_glass: [],
  candidates: [
    { id: 'm1', name: 'Claire', email: 'claire@armor.example', has_password: true },
    { id: 'm2', name: 'Sam', email: 'sam@armor.example', has_password: false },
  ],
}
export const LINK: Link = {
  member_id: 'm9',
  name: 'Ada',
  email: 'ada@armor.example',
  subject: 'u-1',
  last_sign_in_at: '2026-01-05T10:00:00Z',
}
export const DIRECTORY: Directory = {
  base_url: 'https://netz.example/scim/v2',
  sources: [
    { source: 'invited', active: 3, inactive: 0 },
    { source: 'scim', active: 1, inactive: 2 },
  ],
  failures: Array.from({ length: 12 }, (_, at) => ({
    id: `f${String(at)}`,
    at: '2026-01-05T10:00:00Z',
    method: 'POST',
    path: '/scim/v2/Users',
    status: 409,
    detail: `Cet utilisateur existe déjà (${String(at)})`,
  })),
}
export const GROUP: DirectoryGroup = {
  id: 'g1',
  name: 'Support N2',
  members: 4,
  role: null,
  custom_role_id: null,
  company_id: null,
}
export const TOKEN = {
  id: 'k1',
  name: 'Entra ID',
  prefix: 'netz_1234abcd',
  scopes: ['directory.provision'],
  owner: 'Claire',
  created_at: '2026-01-05T10:00:00Z',
  expires_at: null,
  last_used_at: null,
}
export const OTHER_KEY = { ...TOKEN, id: 'k2', name: 'Script', scopes: ['search.use'] }
export const TEST: SignInTest = {
  id: 't1',
  connection_id: 'c1',
  start_url: '/_allauth/start/c1?test=t1',
  finished_at: '2026-01-05T10:00:00Z',
  ok: true,
  code: '',
  title: '',
  hint: '',
  detail: '',
  claims: {
    subject: 'u-1',
    email: 'ada@armor.example',
    email_verified: true,
    name: 'Ada',
    groups: ['chefs'],
  },
  told: { sub: 'u-1' },
  outcome: {
    email: 'ada@armor.example',
    name: 'Ada',
    role: 'agent',
    new_user: true,
    new_member: true,
    new_link: true,
    role_followed: true,
  },
}
