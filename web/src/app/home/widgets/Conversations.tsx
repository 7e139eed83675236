import { useQuery } from '@tanstack/react-query'
import { conversationsQuery } from '@/features/assistant/api'
import { useTranslation } from '@/i18n'
import { ConversationRows } from '../ConversationRows'
import { WidgetBody } from '../WidgetBody'

const SHOWN = 5

/** One's own conversations, the latest first. */
export default function Conversations() {
  const { t } = useTranslation()
  const found = useQuery(conversationsQuery)
  const rows = (found.data ?? []).slice(0, SHOWN)
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.conversations')}>
      <ConversationRows rows={rows} />
    </WidgetBody>
  )
}
