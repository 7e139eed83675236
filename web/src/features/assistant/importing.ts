/** Bringing conversations from another assistant. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { upload } from '@/api/upload'
import type { ConversationSummary, ConversationsImport } from '@/api/types'
import { conversationsQuery } from './api'

/** The most that an installation takes unless its operator allows more. */
export const MOST_BYTES = 100 * 1024 * 1024

/** Where conversations come from, by the names of the products. */
export const ORIGINS: Record<NonNullable<ConversationSummary['origin']>, string> = {
  chatgpt: 'ChatGPT',
  openwebui: 'Open WebUI',
}

interface Sending {
  file: File
  onProgress: (part: number) => void
  signal: AbortSignal
}

export function useImportConversations() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, onProgress, signal }: Sending) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return upload<ConversationsImport>('/conversations/imports', form, onProgress, signal)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: conversationsQuery.queryKey }),
  })
}
