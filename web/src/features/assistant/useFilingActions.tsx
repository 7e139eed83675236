/** What can be done with conversations, said afterwards with a way back. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { notify, notifyProblem } from '@/components/notify'
import type { ConversationChange, ManyConversationsChange } from '@/api/types'
import { useTranslation } from '@/i18n'
import { PartlyChanged, useChangeConversation, useChangeConversations } from './filing'
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
  async function changeMany(
    wanted: string[],
    body: Many,
    say: (count: number) => string,
    back: Many | null,
  ) {
    let ids = wanted
    // Its screen would ask for it once more and find nothing.
    if (body.deleted && conversationId && ids.includes(conversationId)) {
      await navigate({ to: '/' })
    }
    try {
      await many.mutateAsync({ ids, ...body })
    } catch (error) {
      onError(error instanceof PartlyChanged ? error.reason : error)
      if (!(error instanceof PartlyChanged)) return
      ids = error.done
    }
    const undo = back && (() => void many.mutateAsync({ ids, ...back }).catch(onError))
    notify(<Undo said={say(ids.length)} label={t('filing.undo')} onUndo={undo} />, UNDO_MS)
  }

  const remove = (ids: string[]) =>
    changeMany(ids, { deleted: true }, (count) => t('conversations.deleted', { count }), {
      deleted: false,
    })
  const restore = (ids: string[]) =>
    changeMany(ids, { deleted: false }, (count) => t('conversations.restored', { count }), null)
  const archive = (ids: string[]) =>
    changeMany(ids, { archived: true }, (count) => t('conversations.archived', { count }), {
      archived: false,
    })
  const unarchive = (ids: string[]) =>
    changeMany(ids, { archived: false }, (count) => t('conversations.unarchived', { count }), {
      archived: true,
    })
  return { change, remove, restore, archive, unarchive, busy: many.isPending }
}
