/** What can be done with conversations, said afterwards with a way back. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { notify, notifyProblem } from '@/components/notify'
import type { ConversationChange, ManyConversationsChange } from '@/api/types'
import { useTranslation } from '@/i18n'
import { useChangeConversation, useChangeConversations } from './filing'
import { Undo } from './Undo'

/** How long a way back is offered, in milliseconds. */
const UNDO_MS = 10_000

type Many = Omit<ManyConversationsChange, 'ids'>

export function useFilingActions() {
  const { t } = useTranslation()
  const one = useChangeConversation()
  const many = useChangeConversations()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  const onError = (error: unknown) => notifyProblem(error, t)

  function change(id: string, body: ConversationChange): void {
    one.mutate({ id, body }, { onError })
  }

  /** Changes many and offers to change them back; the row that began it may be gone by then. */
  async function changeMany(ids: string[], body: Many, said: string, back: Many | null) {
    // Its screen would ask for it once more and find nothing.
    if (body.deleted && conversationId && ids.includes(conversationId)) {
      await navigate({ to: '/' })
    }
    try {
      await many.mutateAsync({ ids, ...body })
    } catch (error) {
      onError(error)
      return
    }
    const undo = back && (() => void many.mutateAsync({ ids, ...back }).catch(onError))
    notify(<Undo said={said} label={t('filing.undo')} onUndo={undo} />, UNDO_MS)
  }

  const remove = (ids: string[]) =>
    changeMany(ids, { deleted: true }, t('conversations.deleted', { count: ids.length }), {
      deleted: false,
    })
  const restore = (ids: string[]) =>
    changeMany(ids, { deleted: false }, t('conversations.restored', { count: ids.length }), null)
  const archive = (ids: string[]) =>
    changeMany(ids, { archived: true }, t('conversations.archived', { count: ids.length }), {
      archived: false,
    })
  const unarchive = (ids: string[]) =>
    changeMany(ids, { archived: false }, t('conversations.unarchived', { count: ids.length }), {
      archived: true,
    })
  return { change, changeMany, remove, restore, archive, unarchive, busy: many.isPending }
}
