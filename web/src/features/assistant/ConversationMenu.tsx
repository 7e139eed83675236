import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { ConversationSummary } from '@/api/types'
import {
  IconArchive,
  IconDownload,
  IconFolder,
  IconEdit,
  IconPin,
  IconTrash,
} from '@/components/icons'
import { useTranslation } from '@/i18n'
import { ExportDialog } from './ExportDialog'
import { FilingDialog } from './FilingDialog'
import { RenameDialog } from './RenameDialog'
import { useFilingActions } from './useFilingActions'

/** What can be done with one conversation of one's own. */
export default function ConversationMenu({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  const { change, remove, archive } = useFilingActions()
  const [open, setOpen] = useState<'rename' | 'file' | 'export' | null>(null)
  const pinned = row.filing?.pinned === true
  const close = () => setOpen(null)
  return (
    <>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPin size={16} />}
          onClick={() => change(row.id, { pinned: !pinned })}
        >
          {t(pinned ? 'filing.unpin' : 'filing.pin')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEdit size={16} />} onClick={() => setOpen('rename')}>
          {t('filing.rename')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolder size={16} />} onClick={() => setOpen('file')}>
          {t('filing.file')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive([row.id])}>
          {t('filing.archive')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => setOpen('export')}>
          {t('filing.export')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--n-danger)"
          leftSection={<IconTrash size={16} />}
          onClick={() => void remove([row.id])}
        >
          {t('common.delete')}
        </Menu.Item>
      </Menu.Dropdown>
      {open === 'rename' && <RenameDialog row={row} onClose={close} />}
      {open === 'export' && <ExportDialog ids={[row.id]} onClose={close} />}
      {open === 'file' && <FilingDialog rows={[row]} onClose={close} />}
    </>
  )
}
