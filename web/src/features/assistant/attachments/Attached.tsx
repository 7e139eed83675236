import { ActionIcon, Modal, Tooltip } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address, api } from '@/api/client'
import { readAgain } from '@/api/readAgain'
import type { Attachment } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconButton } from '@/components/IconButton'
import { IconDownload, IconFile, IconTrash } from '@/components/icons'
import { notify } from '@/components/notify'
import { problemText } from '@/components/problemText'
import { useTranslation } from '@/i18n'
import { formatSize } from '@/i18n/format'
import { useOffline } from '@/offline/useOffline'
import classes from './Attachments.module.css'

interface AttachedProps {
  conversationId: string | undefined
  files: Attachment[]
}

/** The files that came with a question or a message. */
export default function Attached({ conversationId, files }: AttachedProps) {
  const { t } = useTranslation()
  return (
    <ul className={`${classes.files} ${classes.asked}`} aria-label={t('attach.with')}>
      {files.map((file) => (
        <AttachedFile key={file.id} file={file} conversationId={conversationId} />
      ))}
    </ul>
  )
}

const fileAddress = (id: string) => address(`/attachments/${id}/file`)

interface AttachedFileProps {
  file: Attachment
  conversationId: string | undefined
}

function AttachedFile({ file, conversationId }: AttachedFileProps) {
  const { t, language } = useTranslation()
  const offline = useOffline()
  const [shown, setShown] = useState(false)
  if (file.state === 'removed') {
    return (
      <li className={classes.file} data-removed>
        <IconFile size={18} aria-hidden className={classes.icon} />
        <span className={classes.words}>
          <span className={classes.name}>{file.name}</span>
          <span className={classes.state}>{t('attach.removed')}</span>
        </span>
      </li>
    )
  }
  return (
    <li className={classes.file}>
      {file.kind === 'picture' ? (
        <button
          type="button"
          className={classes.look}
          aria-label={t('attach.look', { name: file.name })}
          onClick={() => setShown(true)}
        >
          <img src={fileAddress(file.id)} alt="" loading="lazy" className={classes.thumb} />
        </button>
      ) : (
        <IconFile size={18} aria-hidden className={classes.icon} />
      )}
      <span className={classes.words}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.state}>
          {[formatSize(file.size, language), stateOf(file, t)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {!offline && (
        <>
          <Tooltip label={t('attach.download', { name: file.name })}>
            <ActionIcon
              component="a"
              href={fileAddress(file.id)}
              download
              variant="subtle"
              color="gray"
              aria-label={t('attach.download', { name: file.name })}
            >
              <IconDownload size={14} />
            </ActionIcon>
          </Tooltip>
          {file.yours && conversationId && <Remove file={file} conversationId={conversationId} />}
        </>
      )}
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={file.name}
        size="auto"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <img src={fileAddress(file.id)} alt={file.name} className={classes.whole} />
      </Modal>
    </li>
  )
}

function stateOf(file: Attachment, t: ReturnType<typeof useTranslation>['t']): string {
  if (file.kind === 'picture') return t('attach.picture')
  return file.state === 'failed' ? t('attach.unread', { problem: file.problem }) : ''
}

function Remove({ file, conversationId }: { file: Attachment; conversationId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () => api.delete(`/attachments/${file.id}`),
    onSuccess: () => {
      setAsked(false)
      void readAgain(client, ['conversation', conversationId])
    },
    onError: (error) => {
      setAsked(false)
      notify(problemText(error, t).title)
    },
  })
  return (
    <>
      <IconButton label={t('attach.remove', { name: file.name })} onClick={() => setAsked(true)}>
        <IconTrash size={14} />
      </IconButton>
      {asked && (
        <ConfirmDialog
          title={t('attach.removeTitle')}
          text={t('attach.removeText', { name: file.name })}
          confirm={t('attach.removeNow')}
          danger
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
