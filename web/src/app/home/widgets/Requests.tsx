import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { ConversationSummary, Page } from '@/api/types'
import { useTranslation } from '@/i18n'
import { ConversationRows } from '../ConversationRows'
import { WidgetBody } from '../WidgetBody'

const waitingQuery = queryOptions({
  queryKey: ['conversations', 'requests', 'home'],
  queryFn: async () => {
    const where = { of: 'requests', request: 'waiting', sort: 'updated', limit: 5 }
    return (await api.get<Page<ConversationSummary>>('/conversations', where)).items
  },
})

/** Who waits for a person of the staff. */
export default function Requests() {
  const { t } = useTranslation()
  const found = useQuery(waitingQuery)
  const rows = found.data ?? []
  return (
    <WidgetBody asked={found} isEmpty={rows.length === 0} empty={t('layout.empty.requests')}>
      <ConversationRows
        rows={rows}
        whenOf={({ request, updated_at: updated }) => request?.requested_at ?? updated}
      />
    </WidgetBody>
  )
}
