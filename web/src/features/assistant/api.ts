/** What the assistant's screens ask of the server. */
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { address, api, jsonBody, keepRead, send } from '@/api/client'
import { Problem, type ProblemBody } from '@/api/problem'
import { readAgain } from '@/api/readAgain'
import { readEvents } from '@/api/sse'
import type {
  Answer,
  AnswerModel,
  Attachment,
  AttachmentText,
  Conversation,
  ConversationCounts,
  ConversationSummary,
  Message,
  Page,
  Question,
  RatingValue,
} from '@/api/types'

export const conversationsQuery = queryOptions({
  queryKey: ['conversations'],
  queryFn: async () =>
    (await api.get<Page<ConversationSummary>>('/conversations', { limit: 50 })).items,
})

export const pinnedQuery = queryOptions({
  queryKey: ['conversations', 'pinned'],
  queryFn: async () =>
    (await api.get<Page<ConversationSummary>>('/conversations', { pinned: true, limit: 50 })).items,
})

/** What others opened to the member. */
export const sharedQuery = queryOptions({
  queryKey: ['conversations', 'shared'],
  queryFn: async () =>
    (await api.get<Page<ConversationSummary>>('/conversations', { of: 'shared', limit: 50 })).items,
})

/** What waits for the member in conversations with others. */
export const countsQuery = queryOptions({
  queryKey: ['conversations', 'counts'],
  queryFn: () => api.get<ConversationCounts>('/conversation-counts'),
  staleTime: 60_000,
})

/** What the people of the overseen companies asked. */
export const overseenQuery = queryOptions({
  queryKey: ['conversations', 'company'],
  queryFn: async () =>
    (await api.get<Page<ConversationSummary>>('/conversations', { of: 'company', limit: 50 }))
      .items,
})

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: () => api.get<Conversation>(`/conversations/${id}`),
    staleTime: 30_000,
  })

export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions'],
  queryFn: async () => (await api.get<{ items: string[] }>('/suggestions')).items,
  staleTime: 10 * 60_000,
})

/** The models that one may choose for an answer; most people have no choice. */
export const answerModelsQuery = queryOptions({
  queryKey: ['answer-models'],
  queryFn: async () => (await api.get<{ items: AnswerModel[] }>('/answer-models')).items,
  staleTime: 5 * 60_000,
})

export interface AnswerListener {
  onToken: (text: string) => void
  /** What was streamed so far is void: another writer starts over. */
  onRestart: () => void
}

/** Asks under the key and streams; resolves with the whole answer, throws a `Problem` or the abort. */
export async function streamAnswer(
  ask: Question,
  listener: AnswerListener,
  signal: AbortSignal,
  key: string,
): Promise<Answer> {
  const init = jsonBody('POST', ask, key)
  const headers = { ...(init.headers as Record<string, string>), Accept: 'text/event-stream' }
  const response = await send(address('/answers'), { ...init, headers, signal })
  if (!response.body) throw new Problem({ code: 'answer.cut' }, response.status)
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'token') listener.onToken((JSON.parse(data) as { text: string }).text)
    if (event === 'restart') listener.onRestart()
    if (event === 'error') throw new Problem(JSON.parse(data) as ProblemBody)
    if (event === 'done') return JSON.parse(data) as Answer
  }
  throw new Problem({ code: 'answer.cut' }, 0)
}

/** A file that was attached; what the server said of it when it took it in is enough to show it. */
export const attachmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['attachment', id],
    queryFn: () => api.get<AttachmentText>(`/attachments/${id}`),
    staleTime: 30_000,
  })

/** Files that were just sent, as they were known when they were. */
export function attachedTo(client: QueryClient, ids: string[] = []): Attachment[] {
  return ids.flatMap((id) => client.getQueryData<Attachment>(['attached', id]) ?? [])
}

/** Keeps what a question on its way is shown with. */
export function rememberAttached(client: QueryClient, files: Attachment[]): void {
  for (const file of files) client.setQueryData(['attached', file.id], file)
}

function messagesOf(answer: Answer, attachments: Attachment[]): Message[] {
  const created_at = answer.created_at
  return [
    {
      id: `${answer.id}-question`,
      role: 'user',
      author: null,
      text: answer.question,
      answer: null,
      attachments,
      created_at,
    },
    {
      id: answer.id,
      role: 'assistant',
      author: null,
      text: answer.text,
      answer,
      attachments: [],
      created_at,
    },
  ]
}

/** A conversation with nobody else in it yet. */
const JUST_BEGUN = {
  closed: false,
  shared: false,
  circle: 'company',
  people: [],
  assignment: null,
  notes: [],
  can: { ask: true, write: true, share: false, handle: false },
} satisfies Partial<Conversation>

/** Adds a finished exchange to what is on the screen, without asking the server again. */
export function rememberAnswer(
  client: QueryClient,
  answer: Answer,
  attachments: Attachment[] = [],
): void {
  const id = answer.conversation_id
  const conversation = client.setQueryData(conversationQuery(id).queryKey, (known) => ({
    ...JUST_BEGUN,
    ...known,
    id,
    title: known?.title ?? answer.question,
    messages: [...(known?.messages ?? []), ...messagesOf(answer, attachments)],
  }))
  keepRead(`/conversations/${id}`, conversation)
  void readAgain(client, conversationsQuery.queryKey)
}

function changeAnswer(client: QueryClient, answer: Answer, changes: Partial<Answer>): void {
  client.setQueryData(conversationQuery(answer.conversation_id).queryKey, (known) =>
    known
      ? {
          ...known,
          messages: known.messages.map((message) =>
            message.answer?.id === answer.id
              ? { ...message, answer: { ...message.answer, ...changes } }
              : message,
          ),
        }
      : known,
  )
}

export function useRateAnswer(answer: Answer) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rating: { value: RatingValue; comment?: string }) =>
      api.post(`/answers/${answer.id}/rating`, rating),
    onMutate: ({ value, comment }) =>
      changeAnswer(client, answer, { rating: { value, comment: comment ?? '' } }),
    onError: () => changeAnswer(client, answer, { rating: answer.rating }),
  })
}

export function useHandOver(answer: Answer) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: string) => api.post(`/answers/${answer.id}/handover`, note ? { note } : {}),
    onSuccess: () => changeAnswer(client, answer, { handover: true }),
  })
}
