/** French sample data for looking at screens without the server. */
const now = Date.now()
const ago = (minutes) => new Date(now - minutes * 60_000).toISOString()

export const companies = [
  { id: 'c1', name: 'Boulangerie Martel' },
  { id: 'c2', name: 'Cabinet Lenoir Avocats' },
  { id: 'c3', name: 'Menuiserie du Lac' },
]

export const accounts = [
  {
    email: 'claire@alpiges.example',
    password: 'demo-claire-1',
    name: 'Claire Fabre',
    role: 'admin',
  },
  { email: 'yanis@alpiges.example', password: 'demo-yanis-1', name: 'Yanis Moreau', role: 'agent' },
  { email: 'paul@martel.example', password: 'demo-paul-1', name: 'Paul Martel', role: 'guest' },
]

export const permissions = {
  admin: [
    'documents.read',
    'documents.manage',
    'members.read',
    'members.manage',
    'models.manage',
    'apikeys.manage',
    'answers.ask',
    'settings.manage',
    'companies.read',
    'companies.manage',
  ],
  agent: [
    'documents.read',
    'documents.manage',
    'members.read',
    'answers.ask',
    'apikeys.manage',
    'companies.read',
  ],
  guest: ['documents.read', 'answers.ask'],
}

const publicAudience = { kind: 'public', companies: [], inherited: true }

function document(id, path, title, extra = {}) {
  return {
    id,
    title,
    path,
    filename: path.split('/').pop(),
    media_type: 'text/markdown',
    size: 18_432,
    status: 'ready',
    progress: 1,
    error: null,
    language: 'fr',
    passages: 12,
    pages: null,
    audience: publicAudience,
    created_at: ago(60 * 24 * 20),
    updated_at: ago(60 * 24 * 3),
    uploaded_by: { id: 'u1', name: 'Claire Fabre' },
    version: 1,
    replacing: false,
    ...extra,
  }
}

export const documents = [
  document('d1', 'reseau/vpn-teletravail.pdf', 'Se connecter au VPN en télétravail', {
    media_type: 'application/pdf',
    pages: 3,
    size: 412_000,
    updated_at: ago(12),
  }),
  document('d2', 'comptes/mots-de-passe.md', 'Politique des mots de passe'),
  document('d3', 'comptes/mfa.docx', 'Activer la double authentification', { size: 88_000 }),
  document('d4', 'postes/imprimante.html', 'Ajouter une imprimante réseau'),
  document('d5', 'internes/astreinte.md', 'Astreinte : qui appeler', {
    audience: { kind: 'workspace', companies: [], inherited: false },
  }),
  document('d6', 'contrats/martel-sla.pdf', 'Contrat de service Boulangerie Martel', {
    media_type: 'application/pdf',
    pages: 8,
    size: 1_240_000,
    audience: { kind: 'companies', companies: [companies[0]], inherited: false },
  }),
  document('d7', 'contrats/scan-2019.pdf', 'scan-2019.pdf', {
    media_type: 'application/pdf',
    status: 'failed',
    passages: 0,
    error: {
      code: 'scanned',
      message: 'Ce PDF ne contient que des images.',
      hint: 'Passez-le dans un logiciel de reconnaissance de texte, puis déposez-le de nouveau.',
    },
  }),
  document('d8', 'postes/onboarding-checklist.md', 'New starter checklist', { language: 'en' }),
  document('d9', 'sauvegarde/restauration.docx', 'Restaurer un fichier supprimé', {
    status: 'indexing',
    progress: 0.6,
    passages: 0,
    updated_at: ago(0.2),
  }),
]

export const members = [
  ['m1', 'Claire Fabre', 'claire@alpiges.example', 'admin', null, 2],
  ['m2', 'Yanis Moreau', 'yanis@alpiges.example', 'agent', null, 95],
  ['m3', 'Inès Garnier', 'ines@alpiges.example', 'agent', null, 60 * 26],
  ['m4', 'Paul Martel', 'paul@martel.example', 'guest', companies[0], 60 * 24 * 9],
  ['m5', 'Sophie Lenoir', 'sophie@lenoir.example', 'guest', companies[1], null],
].map(([id, name, email, role, company, seen]) => ({
  id,
  user: { id: `u-${id}`, name, email },
  role,
  company,
  active: true,
  last_seen_at: seen === null ? null : ago(seen),
  created_at: ago(60 * 24 * 40),
}))

export const models = [
  {
    id: 'a1',
    name: 'Mistral (Paris)',
    provider: 'mistral',
    base_url: 'https://api.mistral.ai/v1',
    model: 'mistral-small-latest',
    has_key: true,
    enabled: true,
    position: 0,
    timeout_s: 20,
    remote: true,
    redact: true,
    state: 'closed',
    source: 'workspace',
  },
  {
    id: 'a2',
    name: 'Serveur du bureau',
    provider: 'ollama',
    base_url: 'http://192.168.10.4:11434',
    model: 'qwen3:8b',
    has_key: false,
    enabled: true,
    position: 1,
    timeout_s: 40,
    remote: false,
    redact: false,
    state: 'open',
    source: 'env',
  },
]

export const suggestions = [
  'Comment me connecter au VPN depuis la maison ?',
  'Que faire si j’ai oublié mon mot de passe ?',
  'Comment ajouter une imprimante ?',
  'Quels sont les délais d’intervention de mon contrat ?',
  'Comment récupérer un fichier supprimé ?',
  'How do I turn on multi-factor authentication?',
]

export const vpnHtml = `<h1 id="b0">Se connecter au VPN en télétravail</h1>
<p id="b1">Ce guide concerne les postes fournis par l’entreprise. Il prend cinq minutes.</p>
<h2 id="b2">Première connexion</h2>
<p id="b3">Vous avez besoin de votre mot de passe et de votre téléphone.</p>
<ol><li id="b4">Ouvrez l’application FortiClient depuis le menu Démarrer.</li>
<li id="b5">Choisissez la connexion « Bureau », puis saisissez votre identifiant et votre mot de passe.</li>
<li id="b6">Validez la demande qui s’affiche sur votre téléphone.</li>
<li id="b7">Attendez l’icône verte : vous êtes connecté.</li></ol>
<h2 id="b8">En cas d’erreur</h2>
<table id="b9"><tr><th>Code</th><th>Cause</th><th>Que faire</th></tr>
<tr><td>-14</td><td>Mot de passe expiré</td><td>Changez-le sur le portail, puis recommencez.</td></tr>
<tr><td>-8</td><td>Pas d’accès à Internet</td><td>Vérifiez votre Wi-Fi.</td></tr></table>
${'<p>Le support reste joignable du lundi au vendredi, de 8 h à 18 h.</p>'.repeat(12)}`

const source = {
  index: 1,
  document_id: 'd4',
  path: 'reseau/vpn-teletravail.html',
  title: 'Se connecter au VPN en télétravail',
  passage_id: 'p1',
  page: null,
  quote: 'Ouvrez l’application FortiClient depuis le menu Démarrer.',
  headings: ['Se connecter au VPN en télétravail', 'Première connexion'],
}

export const answered = {
  status: 'answered',
  language: 'fr',
  sentences: [
    {
      text: 'Vous avez besoin de votre mot de passe et de votre téléphone.',
      kind: 'sentence',
      citations: [1],
    },
    {
      text: '1. Ouvrez l’application FortiClient depuis le menu Démarrer.',
      kind: 'step',
      citations: [1],
    },
    {
      text: '2. Choisissez la connexion « Bureau », puis saisissez votre identifiant et votre mot de passe.',
      kind: 'step',
      citations: [1],
    },
    {
      text: '3. Validez la demande qui s’affiche sur votre téléphone.',
      kind: 'step',
      citations: [1],
    },
    { text: '4. Attendez l’icône verte : vous êtes connecté.', kind: 'step', citations: [1] },
    {
      text: 'Code: -14; Cause: Mot de passe expiré; Que faire: Changez-le sur le portail, puis recommencez.',
      kind: 'row',
      citations: [2],
    },
    { text: 'Le VPN se coupe après dix heures d’inactivité.', kind: 'sentence', citations: [1, 2] },
  ],
  citations: [
    source,
    {
      ...source,
      index: 2,
      document_id: 'd1',
      path: 'reseau/vpn-teletravail.pdf',
      passage_id: 'p2',
      page: 2,
      quote: 'Le VPN se coupe apres dix heures',
      headings: ['En cas d’erreur'],
    },
  ],
  nearest: [],
  looked_for: [],
  suggestions: ['Et sur Mac ?', 'Que signifie l’erreur -14 ?'],
}

export const refused = {
  status: 'refused',
  text: 'Je n’ai pas trouvé la réponse dans les documents. J’ai cherché : « menu », « cantine ».',
  language: 'fr',
  sentences: [],
  citations: [],
  nearest: [
    {
      document_id: 'd4',
      path: 'postes/imprimante.html',
      title: 'Ajouter une imprimante réseau',
      passage_id: 'p1',
      page: null,
    },
    {
      document_id: 'd1',
      path: 'reseau/vpn-teletravail.pdf',
      title: 'Se connecter au VPN en télétravail',
      passage_id: 'p2',
      page: 2,
    },
  ],
  looked_for: ['menu', 'cantine', 'vendredi'],
  suggestions: ['Comment ajouter une imprimante ?'],
}

const builtin = { available: true, name: 'netz/0123456789ab', size_bytes: 19_922_944 }

export const embeddings = {
  choice: { kind: 'default', base_url: '', model: '', key_set: false },
  effective: { kind: 'builtin', model: builtin.name, dimensions: 384 },
  builtin,
  index: {
    state: 'ready',
    model: builtin.name,
    passages_total: 1240,
    passages_done: 1240,
    per_second: null,
    started_at: '2026-03-10T10:00:00Z',
    ended_at: '2026-03-10T10:00:30Z',
    error: null,
  },
  building: null,
}
