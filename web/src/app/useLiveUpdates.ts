/** Keeps what is on the screen true: which live event changes which cached answer. */
import { useLiveEvents, type LiveHandlers } from '@/api/live'
import { meQuery } from '@/api/me'
import { readAgain } from '@/api/readAgain'
import { applyIndexProgress } from '@/features/ai/meaning/api'
import { attachmentQuery, conversationQuery, conversationsQuery } from '@/features/assistant/api'
import { applyProgress, forgetDocument } from '@/features/knowledge/api'
import type { DocumentStatus, VectorIndex } from '@/api/types'
import { queryClient } from './queryClient'

const handlers: LiveHandlers = {
  // Something was missed, or one's rights have changed: everything is read again.
  resync: () => void queryClient.invalidateQueries(),
  'me.changed': () => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  'message.created': (payload) => {
    const { conversation_id: id } = payload as { conversation_id: string }
    void readAgain(queryClient, conversationsQuery.queryKey)
    void readAgain(queryClient, conversationQuery(id).queryKey)
  },
  'conversation.presence': (payload) => {
    void import('@/features/assistant/together/usePresence').then(({ applyPresence }) =>
      applyPresence(queryClient, payload as Parameters<typeof applyPresence>[1]),
    )
  },
  'conversation.changed': (payload) => {
    void readAgain(queryClient, conversationsQuery.queryKey)
    for (const id of (payload as { ids: string[] }).ids) {
      void readAgain(queryClient, conversationQuery(id).queryKey)
    }
  },
  'attachment.changed': (payload) => {
    const { attachment_id: id, conversation_id: within } = payload as {
      attachment_id: string
      conversation_id: string | null
    }
    void readAgain(queryClient, attachmentQuery(id).queryKey)
    if (within) void readAgain(queryClient, conversationQuery(within).queryKey)
  },
  'conversation_export.changed': () =>
    void queryClient.invalidateQueries({ queryKey: ['conversation-exports'] }),
  'notice.changed': () => void queryClient.invalidateQueries({ queryKey: ['notices'] }),
  'document.updated': (payload) =>
    applyProgress(queryClient, payload as { id: string; status: DocumentStatus; progress: number }),
  'embeddings.progress': (payload) => applyIndexProgress(queryClient, payload as VectorIndex),
  'document.deleted': (payload) => forgetDocument(queryClient, (payload as { id: string }).id),
}

export function useLiveUpdates(): void {
  useLiveEvents(handlers, true)
}
