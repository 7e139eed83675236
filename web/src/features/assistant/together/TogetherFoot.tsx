import type { Conversation } from '@/api/types'
import { TogetherComposer } from './TogetherComposer'
import { usePresence } from './usePresence'

interface TogetherFootProps {
  conversation: Conversation
  own: boolean
  busy: boolean
  onAsk: (question: string, attachments?: string[]) => void
  onStop: () => void
}

/** Below a conversation with others: the reader's presence, and what they write. */
export default function TogetherFoot(props: TogetherFootProps) {
  const { conversation } = props
  const said = conversation.messages.length + conversation.notes.length
  const onTyping = usePresence(conversation.id, conversation.can.write, said)
  return <TogetherComposer {...props} onTyping={onTyping} />
}
