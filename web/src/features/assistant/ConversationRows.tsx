import { Badge, Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import {
  IconArchive,
  IconDots,
  IconDownload,
  IconFolder,
  IconRestore,
  IconTrash,
} from '@/components/icons'
import { IconButton } from '@/components/IconButton'
import { useTranslation } from '@/i18n'
import ConversationMenu from './ConversationMenu'
import { ExportDialog } from './ExportDialog'
import { foldersQuery, type ListState } from './filing'
import { FilingDialog } from './FilingDialog'
import { ORIGINS } from './importing'
import { useFilingActions } from './useFilingActions'
import classes from './Conversations.module.css'

/** A conversation's name, which opens it, with its folder and tags. */
export function Title({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  const kept = useQuery(foldersQuery)
  const title = row.title || t('conversations.untitled')
  const folder = kept.data?.folders.find(({ id }) => id === row.filing?.folder_id)
  return (
    <div className={classes.words}>
      {row.filing?.deleted_at ? (
        <span>{title}</span>
      ) : (
        <Link
          to="/conversations/$conversationId"
          params={{ conversationId: row.id }}
          className={classes.title}
        >
          {title}
        </Link>
      )}
      <span className={classes.labels}>
        {row.origin && (
          <Badge variant="outline" size="sm" tt="none">
            {t('imports.from', { origin: ORIGINS[row.origin] })}
          </Badge>
        )}
        {folder && (
          <Badge variant="default" size="sm" tt="none" leftSection={<IconFolder size={12} />}>
            {folder.name}
          </Badge>
        )}
        {row.filing?.tags.map((tag) => (
          <Badge key={tag} variant="light" size="sm" tt="none">
            {tag}
          </Badge>
        ))}
      </span>
    </div>
  )
}

/** What can be done with one of one's own conversations. */
export function RowActions({ shown, row }: { shown: ListState; row: ConversationSummary }) {
  const { t } = useTranslation()
  const { restore, unarchive, busy } = useFilingActions()
  const title = row.title || t('conversations.untitled')
  if (shown !== 'active') {
    const bring = shown === 'deleted' ? restore : unarchive
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconRestore size={14} />}
        onClick={() => void bring([row.id])}
      >
        {t(shown === 'deleted' ? 'filing.restore' : 'filing.unarchive')}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <IconButton label={t('conversations.actions', { title })}>
          <IconDots size={16} />
        </IconButton>
      </Menu.Target>
      <ConversationMenu row={row} />
    </Menu>
  )
}

interface ManyActionsProps {
  shown: ListState
  rows: ConversationSummary[]
  onDone: () => void
}

/** What can be done with those that are chosen. */
export function ManyActions({ shown, rows, onDone }: ManyActionsProps) {
  const { t } = useTranslation()
  const { remove, restore, archive, unarchive } = useFilingActions()
  const [filing, setFiling] = useState(false)
  const [exporting, setExporting] = useState(false)
  const ids = rows.map(({ id }) => id)
  const then = (act: (ids: string[]) => Promise<void>) => () => {
    void act(ids)
    onDone()
  }
  if (shown === 'deleted') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRestore size={14} />}
        onClick={then(restore)}
      >
        {t('filing.restore')}
      </Button>
    )
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFolder size={14} />}
        onClick={() => setFiling(true)}
      >
        {t('filing.file')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} />}
        onClick={() => setExporting(true)}
      >
        {t('filing.export')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArchive size={14} />}
        onClick={then(shown === 'active' ? archive : unarchive)}
      >
        {t(shown === 'active' ? 'filing.archive' : 'filing.unarchive')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        onClick={then(remove)}
      >
        {t('common.delete')}
      </Button>
      {exporting && (
        <ExportDialog ids={rows.map(({ id }) => id)} onClose={() => setExporting(false)} />
      )}
      {filing && (
        <FilingDialog
          rows={rows}
          onClose={(done) => {
            setFiling(false)
            if (done) onDone()
          }}
        />
      )}
    </>
  )
}
