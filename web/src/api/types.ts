/**
 * The shapes of the HTTP contract under the names that screens use.
 * The one place to touch when the generated schema (`npm run generate`) replaces these.
 */
export type Language = 'fr' | 'en'
export type Theme = 'auto' | 'light' | 'dark'
export type Role = 'admin' | 'agent' | 'guest'
export type Permission =
  | 'profile.read'
  | 'profile.write'
  | 'conversations.read'
  | 'search.use'
  | 'companies.read'
  | 'companies.manage'
  | 'events.stream'
  | 'documents.read'
  | 'documents.manage'
  | 'members.read'
  | 'members.manage'
  | 'models.manage'
  | 'apikeys.manage'
  | 'answers.ask'
  | 'settings.manage'

export interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}

export interface Named {
  id: string
  name: string
}

export interface Me {
  user: { id: string; email: string; name: string }
  member: { id: string; role: Role; company: Named | null }
  workspace: { id: string; name: string; slug: string }
  workspaces: Named[]
  permissions: Permission[]
  language: Language
  theme: Theme
  credential: string
}

export type DocumentStatus = 'queued' | 'extracting' | 'indexing' | 'ready' | 'failed'
export type AudienceKind = 'public' | 'workspace' | 'companies'

export interface Audience {
  kind: AudienceKind
  companies: Named[]
  inherited: boolean
}

/** What a screen sends; `null` in its place means "take the folder's". */
export interface AudienceChoice {
  kind: AudienceKind
  company_ids?: string[]
}

export interface Document {
  id: string
  title: string
  path: string
  filename: string
  media_type: string
  /** Bytes. */
  size: number
  status: DocumentStatus
  /** From 0 to 1. */
  progress: number
  error: { code: string; message: string; hint: string } | null
  language: string
  passages: number
  pages: number | null
  audience: Audience
  created_at: string
  updated_at: string
  uploaded_by: Named | null
  version: number
  replacing: boolean
}

export interface Uploaded {
  id: string
  status: DocumentStatus
  path: string
  unchanged: boolean
}

export interface Folder {
  path: string
  documents: number
  audience: Audience | null
}

export interface DocumentView {
  document_id: string
  title: string
  media_type: string
  kind: 'pdf' | 'html'
  html: string
  pages: number | null
}

export interface Passage {
  id: string
  ordinal: number
  text: string
  headings: string[]
  page: number | null
  first_block: number
  last_block: number
}

export type SentenceKind = 'sentence' | 'step' | 'row' | 'item'

export interface Sentence {
  text: string
  kind: SentenceKind
  citations: number[]
  /** The list marker as the document shows it, "1." or "-". */
  marker?: string
  /** False when a model said it and no passage does. */
  supported?: boolean
}

export interface Citation {
  index: number
  document_id: string
  path: string
  title: string
  passage_id: string
  page: number | null
  quote: string
  headings: string[]
}

export interface Nearest {
  document_id: string
  path: string
  title: string
  passage_id: string
  page: number | null
}

export type RatingValue = 'up' | 'down'

export interface Answer {
  id: string
  conversation_id: string
  question: string
  status: 'answered' | 'refused'
  text: string
  language: Language
  generator: 'extractive' | 'model'
  model: string | null
  fallback: boolean
  cached: boolean
  ai_notice: string
  sentences: Sentence[]
  citations: Citation[]
  nearest: Nearest[]
  looked_for: string[]
  suggestions: string[]
  handover: boolean
  rating: { value: RatingValue; comment: string | null } | null
  took_ms: number
  created_at: string
}

export interface ConversationSummary {
  id: string
  title: string
  updated_at: string
  messages: number
}

export interface Message {
  id: string
  role: 'user' | 'assistant'
  text: string
  answer: Answer | null
  created_at: string
}

export interface Conversation {
  id: string
  title: string
  messages: Message[]
}

export interface Member {
  id: string
  user: { id: string; name: string; email: string }
  role: Role
  company: Named | null
  active: boolean
  last_seen_at: string | null
  created_at: string
}

export interface Invitation {
  id: string
  email: string
  role: Role
  company: Named | null
  /** Given once, in the answer to its creation. */
  link: string | null
  expires_at: string
  created_at: string
  status: 'open' | 'expired'
}

export interface InvitationLookup {
  workspace: string
  email: string
  role: Role
}

export interface ApiKey {
  id: string
  name: string
  prefix: string
  scopes: Permission[]
  owner: string
  created_at: string
  expires_at: string | null
  last_used_at: string | null
  /** The whole key, in the answer to its creation and never again. */
  key?: string | null
}

export type ModelProvider = 'openai' | 'ollama' | 'mistral' | 'anthropic'

export interface ModelEndpoint {
  id: string
  name: string
  provider: ModelProvider
  base_url: string
  model: string
  has_key: boolean
  enabled: boolean
  position: number
  timeout_s: number
  remote: boolean
  redact: boolean
  state: 'closed' | 'open' | 'half_open'
  source: 'env' | 'workspace'
}

export interface ModelDraft {
  name: string
  provider: ModelProvider
  base_url: string
  model: string
  api_key?: string
  enabled: boolean
  timeout_s: number
  redact: boolean
}

export interface ModelTest {
  ok: boolean
  latency_ms: number
  reply?: string | null
  error?: { code: string; message: string; hint: string } | null
}

export interface DemoAccount {
  email: string
  password: string
  name: string
  role: Role
}
