import { InboxScreen } from '@/features/notices/InboxScreen'

export default InboxScreen
