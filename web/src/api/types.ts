/**
 * The shapes of the HTTP contract under the names that screens use.
 * They come from the generated schema; what it cannot say stands at the end.
 */
import type { components } from './schema'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type Language = Me['language']
export type Theme = Me['theme']
export type Role = Schemas['Role']
export type Permission = Schemas['Permission']
export type Named = Schemas['CompanyOut']

export type Document = Schemas['DocumentOut']
export type DocumentStatus = Document['status']
export type Audience = Schemas['AudienceOut']
export type AudienceKind = Audience['kind']
/** What a screen sends; `null` in its place means "take the folder's". */
export type AudienceChoice = Schemas['AudienceIn']
export type Uploaded = Schemas['UploadOut']
export type Folder = Schemas['FolderOut']
export type DocumentView = Schemas['ViewOut']
export type Passage = Schemas['PassageOut']

export type Answer = Schemas['AnswerOut']
export type AnswerModel = Schemas['AnswerModelOut']
/** What is left out is nothing special. */
export type Question = Pick<Schemas['QuestionIn'], 'question'> & Partial<Schemas['QuestionIn']>
export type Attachment = Schemas['AttachmentOut']
export type AttachmentText = Schemas['AttachmentText']
export type Sentence = Schemas['SentenceOut']
export type SentenceKind = Sentence['kind']
export type Citation = Schemas['CitationOut']
export type Nearest = Schemas['NearestOut']
export type RatingValue = Schemas['RatingIn']['value']
export type ConversationsImport = Schemas['ConversationsImportOut']
export type ConversationSummary = Schemas['ConversationOut']
export type Conversation = Schemas['OpenConversation']
export type LinkedConversation = Schemas['ConversationDetail']
export type Participant = Schemas['ParticipantOut']
export type Person = Schemas['PersonOut']
export type Assignment = Schemas['AssignmentOut']
export type AssignmentChange = Schemas['AssignmentIn']
export type Note = Schemas['NoteOut']
export type Summary = Schemas['ConversationSummaryOut']
export type ConversationLink = Schemas['ConversationLinkOut']
export type NewConversationLink = Schemas['NewConversationLinkOut']
export type ConversationCounts = Schemas['TogetherCounts']
export type Message = Schemas['MessageOut']
export type SavedFilter = Schemas['SavedFilterOut']
export type FilteredList = SavedFilter['list']
export type Filing = Schemas['FilingOut']
export type ConversationChange = Partial<Schemas['ConversationChange']>
export type ConversationsFound = Schemas['ConversationsFound']
export type FoundConversation = Schemas['FoundOut']
export type FoundHit = Schemas['HitOut']
export type ConversationsExport = Required<Schemas['ConversationsExport']>
export type ManyConversationsChange = Partial<Schemas['ManyConversationsChange']> & {
  ids: string[]
}
export type ConversationFolder = Schemas['ConversationFolderOut']
export type ConversationFolders = Schemas['ConversationFoldersOut']

export type Member = Schemas['MemberOut']
export type MemberChange = Schemas['MemberChange']
export type Invitation = Schemas['InvitationOut']
export type InvitationDraft = Schemas['InvitationIn']
export type RoleDefinition = Schemas['RoleOut']
export type RoleDraft = Schemas['RoleIn']
export type Grant = Schemas['GrantOut']
export type Access = Schemas['AccessOut']
export type AccessStep = Schemas['StepOut']
export type Reader = Schemas['ReaderOut']
export type Preview = Schemas['PreviewOut']
export type InvitationLookup = Schemas['InvitationLookup']
export type ApiKey = Schemas['ApiKeyOut']

export type ModelEndpoint = Schemas['ModelOut']
export type ModelProvider = ModelEndpoint['provider']
export type ModelTest = Schemas['ModelTrial']

export type TrailEntry = Schemas['EntryOut']
export type TrailVerification = Schemas['VerificationOut']
export type TrailHead = Schemas['HeadOut']
export type TrailSettings = Schemas['TrailSettingsOut']

/** Where the vectors of search by meaning come from, and how far they are. */
export type Embeddings = Schemas['EmbeddingsOut']
export type EmbeddingsKind = Embeddings['choice']['kind']
export type EmbeddingsDraft = Schemas['EmbeddingsIn']
export type EmbeddingsTest = Schemas['EmbeddingsTrial']
export type VectorIndex = Schemas['VectorIndexOut']

/** A model as the form holds it: every field filled, the key only when it is new. */
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

export interface Page<Item> {
  items: Item[]
  next_cursor?: string | null
}

/** Served by the demonstration alone, which the public contract does not describe. */
export interface DemoAccount {
  email: string
  password: string
  name: string
  role: Role
}
