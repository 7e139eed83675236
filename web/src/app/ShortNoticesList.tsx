import { Notifications } from '@mantine/notifications'

/** The short words at the edge of the screen, and how many of them stand there at once. */
export default function ShortNoticesList() {
  return <Notifications position="bottom-right" limit={4} />
}
