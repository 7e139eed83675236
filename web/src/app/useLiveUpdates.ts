/** Keeps what is on the screen true: which live event changes which cached answer. */
import { useLiveEvents } from '@/api/live'
import { conversationQuery, conversationsQuery } from '@/features/assistant/api'
import { queryClient } from './queryClient'

interface MessageCreated {
  conversation_id: string
}

function onMessage(payload: unknown): void {
  const { conversation_id: id } = payload as MessageCreated
  void queryClient.invalidateQueries({ queryKey: conversationsQuery.queryKey })
  void queryClient.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
}

export function useLiveUpdates(): void {
  useLiveEvents({ 'message.created': onMessage }, true)
}
