import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useExport, type Filters } from './api'

/** The filtered rows as a file; it asks for a recent proof of identity, as every export does. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const { t } = useTranslation()
  const save = useExport()
  const start = (format: 'csv' | 'jsonl') =>
    save.mutate(
      { format, filters },
      {
        onSuccess: () => void notify(t('trail.exported')),
        onError: (error) => notifyProblem(error, t),
      },
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={16} />}
          rightSection={<IconChevronDown size={16} />}
        >
          {t('trail.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start('csv')}>{t('trail.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => start('jsonl')}>{t('trail.exportJsonl')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
