import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, lazy, useCallback } from 'react'
import { useMe } from '@/api/me'
import { AssistantScreen } from '@/features/assistant/AssistantScreen'
import { renderSource } from '../Source'
import { useOffline } from '@/offline/useOffline'

const Often = lazy(() => import('@/features/habits/Often'))

const renderOften = () => (
  <Suspense>
    <Often />
  </Suspense>
)

export default function AssistantRoute() {
  const me = useMe()
  const offline = useOffline()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  const onConversation = useCallback(
    (id: string) => {
      void navigate({
        to: '/conversations/$conversationId',
        params: { conversationId: id },
        replace: true,
      })
    },
    [navigate],
  )
  return (
    <AssistantScreen
      conversationId={conversationId}
      name={me.user.name}
      readOnly={Boolean(me.preview) || offline}
      preview={Boolean(me.preview)}
      onConversation={onConversation}
      renderSource={renderSource}
      renderOften={me.preview || offline ? undefined : renderOften}
    />
  )
}
