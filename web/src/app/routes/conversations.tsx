import { ConversationsScreen } from '@/features/assistant/ConversationsScreen'

export default ConversationsScreen
