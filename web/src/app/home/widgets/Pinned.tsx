import { useQuery } from '@tanstack/react-query'
import { pinnedQuery } from '@/features/assistant/api'
import { useTranslation } from '@/i18n'
import { ConversationRows } from '../ConversationRows'
import { WidgetBody } from '../WidgetBody'

/** The conversations that the person keeps at hand. */
export default function Pinned() {
  const { t } = useTranslation()
  const found = useQuery(pinnedQuery)
  const rows = found.data ?? []
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.pinned')}>
      <ConversationRows rows={rows} />
    </WidgetBody>
  )
}
