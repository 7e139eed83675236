import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { Document } from '@/api/types'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useDeleteDocuments, useRestoreDocuments } from '../api'

/** Long enough to read, look again and change one's mind (ms). */
const UNDO_FOR = 12_000

/** Deletes at once and offers the way back, instead of asking before. */
export function useDelete(): (documents: Document[]) => void {
  const { t } = useTranslation()
  const { mutate: remove } = useDeleteDocuments()
  const { mutate: restore } = useRestoreDocuments()

  return useCallback(
    (documents) => {
      const ids = documents.map(({ id }) => id)
      const onError = (error: unknown) => notifyProblem(error, t)
      const undo = (notice: string) => {
        notifications.hide(notice)
        restore(ids, { onSuccess: () => void notify(t('documents.restored')), onError })
      }
      const offerUndo = () => {
        const notice = `deleted-${ids.join('-')}`
        notifications.show({
          id: notice,
          autoClose: UNDO_FOR,
          withBorder: true,
          message: (
            <Group justify="space-between" wrap="nowrap">
              {t('documents.deleted', { count: ids.length })}
              <Button variant="subtle" size="compact-sm" onClick={() => undo(notice)}>
                {t('common.undo')}
              </Button>
            </Group>
          ),
        })
      }
      remove(ids, { onSuccess: offerUndo, onError })
    },
    [t, remove, restore],
  )
}
