import { NotificationsScreen } from '@/features/notices/NotificationsScreen'

export default NotificationsScreen
