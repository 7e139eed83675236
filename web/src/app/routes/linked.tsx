import { useParams } from '@tanstack/react-router'
import { LinkedScreen } from '@/features/assistant/together/LinkedScreen'
import { renderSource } from '../Source'

export default function LinkedRoute() {
  const { token } = useParams({ strict: false })
  return <LinkedScreen token={token ?? ''} renderSource={renderSource} />
}
