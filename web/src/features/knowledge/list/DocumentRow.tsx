import { Button, Checkbox, Menu } from '@mantine/core'
import { address } from '@/api/client'
import type { Document } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import {
  IconDots,
  IconDownload,
  IconFile,
  IconRetry,
  IconTrash,
  IconUsers,
} from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDateTime, formatSize } from '@/i18n/format'
import { useRetryDocument } from '../api'
import { AudienceLabel } from './AudienceLabel'
import { DocumentState } from './DocumentState'
import classes from './DocumentRow.module.css'

interface DocumentRowProps {
  document: Document
  canManage: boolean
  selected: boolean
  onSelect: () => void
  onOpen: () => void
  onAudience: () => void
  onDelete: () => void
}

export function DocumentRow(props: DocumentRowProps) {
  const { document, canManage, selected, onSelect, onOpen, onAudience } = props
  const { t, language } = useTranslation()
  return (
    <li className={classes.row} data-selected={selected || undefined}>
      {canManage && (
        <Checkbox
          className={classes.check}
          checked={selected}
          onChange={onSelect}
          aria-label={t('documents.select', { title: document.title })}
        />
      )}
      <span className={classes.kind} aria-hidden>
        {extension(document.filename)}
      </span>
      <div className={classes.words}>
        <button
          type="button"
          className={classes.title}
          onClick={onOpen}
          disabled={document.status !== 'ready' && !document.replacing}
        >
          {document.title}
        </button>
        <span className={classes.path}>
          {document.path} · {formatSize(document.size, language)}
        </span>
      </div>
      <div className={classes.state}>
        <DocumentState document={document} />
      </div>
      <div className={classes.audience}>
        {canManage ? (
          <button type="button" className={classes.audienceButton} onClick={onAudience}>
            <AudienceLabel audience={document.audience} />
          </button>
        ) : (
          <AudienceLabel audience={document.audience} />
        )}
      </div>
      <time
        className={classes.time}
        dateTime={document.updated_at}
        title={formatDateTime(document.updated_at, language)}
      >
        {formatAgo(document.updated_at, language)}
      </time>
      <RowMenu {...props} />
      {document.status === 'failed' && document.error && <Failure {...props} />}
    </li>
  )
}

/** At most four letters, so that every kind fits its square. */
function extension(filename: string): string {
  return (/\.([a-z0-9]{1,4})$/i.exec(filename)?.[1] ?? '').toUpperCase()
}

function Failure({ document, canManage }: DocumentRowProps) {
  const { t } = useTranslation()
  const retry = useRetryDocument()
  return (
    <div className={classes.failure}>
      <p>
        <strong>{document.error?.message}</strong> {document.error?.hint}
      </p>
      {canManage && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRetry size={14} />}
          loading={retry.isPending}
          onClick={() =>
            retry.mutate(document.id, {
              onSuccess: () => void notify(t('documents.retried')),
              onError: (error) => notifyProblem(error, t),
            })
          }
        >
          {t('documents.retry')}
        </Button>
      )}
    </div>
  )
}

function RowMenu({ document, canManage, onOpen, onAudience, onDelete }: DocumentRowProps) {
  const { t } = useTranslation()
  const readable = document.status === 'ready' || document.replacing
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <IconButton
          className={classes.menu}
          label={t('documents.actionsFor', { title: document.title })}
        >
          <IconDots size={16} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {readable && (
          <Menu.Item leftSection={<IconFile size={16} />} onClick={onOpen}>
            {t('documents.open')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconDownload size={16} />}
          component="a"
          href={address(`/documents/${document.id}/original`)}
          download
        >
          {t('documents.download')}
        </Menu.Item>
        {canManage && (
          <>
            <Menu.Item leftSection={<IconUsers size={16} />} onClick={onAudience}>
              {t('documents.changeAudience')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="var(--n-danger)"
              leftSection={<IconTrash size={16} />}
              onClick={onDelete}
            >
              {t('common.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
