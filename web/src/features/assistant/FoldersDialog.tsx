import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { ConversationFolder } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconCheck, IconEdit, IconTrash } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { foldersQuery, useFolderChanges } from './filing'
import classes from './Conversations.module.css'

/** One's own folders: renamed and removed. */
export function FoldersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const known = useQuery(foldersQuery)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filing.foldersTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {known.isError && <ProblemNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.data?.folders.length === 0 && (
        <p className={classes.note}>{t('filing.foldersEmpty')}</p>
      )}
      <ul className={classes.folders}>
        {known.data?.folders.map((folder) => (
          <FolderRow key={folder.id} folder={folder} />
        ))}
      </ul>
    </Modal>
  )
}

function FolderRow({ folder }: { folder: ConversationFolder }) {
  const { t } = useTranslation()
  const { rename, remove } = useFolderChanges()
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const [name, setName] = useState(folder.name)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    rename.mutate({ id: folder.id, name: name.trim() }, { onSuccess: () => setDoing(null) })
  }

  const error: unknown = rename.error ?? remove.error
  return (
    <li className={classes.folder}>
      {doing === 'rename' ? (
        <form onSubmit={submit} className={classes.renaming}>
          <TextInput
            aria-label={t('filing.folderName')}
            maxLength={80}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <IconButton type="submit" label={t('common.save')} loading={rename.isPending}>
            <IconCheck size={16} />
          </IconButton>
        </form>
      ) : (
        <>
          <span className={classes.folderName}>{folder.name}</span>
          <span className={classes.count}>
            {t('filing.folderCount', { count: folder.conversations })}
          </span>
          <IconButton
            label={t('filing.renameFolder', { name: folder.name })}
            onClick={() => setDoing('rename')}
          >
            <IconEdit size={16} />
          </IconButton>
          <IconButton
            label={t('filing.deleteFolder', { name: folder.name })}
            onClick={() => setDoing('delete')}
          >
            <IconTrash size={16} />
          </IconButton>
        </>
      )}
      {doing === 'delete' && (
        <div className={classes.confirm} role="group" aria-label={t('common.delete')}>
          <p>{t('filing.deleteFolderText')}</p>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setDoing(null)}>
              {t('common.cancel')}
            </Button>
            <Button
              size="xs"
              color="red.8"
              loading={remove.isPending}
              onClick={() => remove.mutate(folder.id)}
            >
              {t('common.delete')}
            </Button>
          </Group>
        </div>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </li>
  )
}
