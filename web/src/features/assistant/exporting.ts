/** Taking conversations along as a file. */
import { useMutation } from '@tanstack/react-query'
import { address, jsonBody, send } from '@/api/client'
import { nameOf, saveFile } from '@/api/saveFile'
import type { ConversationsExport } from '@/api/types'

/** Fetches the conversations, as many as one request takes, and keeps them. */
export function useExportConversations() {
  return useMutation({
    mutationFn: async (body: ConversationsExport) => {
      const response = await send(address('/conversations/exports'), jsonBody('POST', body))
      saveFile(await response.blob(), nameOf(response, 'conversations'))
    },
  })
}
