import { Button, Popover } from '@mantine/core'
import { COLUMNS, arranged, kept } from '@/api/layout'
import { useChangePreferences, usePreferences, useUnsaved } from '@/api/preferences'
import { ProblemNotice } from '@/components/ProblemNotice'
import { ArrangeList } from '@/components/arrange/ArrangeList'
import { IconColumns } from '@/components/icons'
import { useTranslation } from '@/i18n'
import type { ColumnChoice } from './useArranged'
import classes from './List.module.css'

/** Which columns the list shows, in which order: the reader's own, on every device. */
export default function ColumnsMenu({ list, there }: ColumnChoice) {
  const { t } = useTranslation()
  const held = usePreferences()
  const unsaved = useUnsaved()
  const save = useChangePreferences()
  const field = `columns_${list}` as const
  const chosen: readonly string[] | null | undefined = held[field]
  const keys = there.map(({ key }) => key)
  return (
    <Popover position="bottom-end" withinPortal trapFocus shadow="md" width="min(20rem, 92vw)">
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} />}>
          {t('layout.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('layout.columns')}>
        {save.isError && (
          <ProblemNotice
            error={save.error}
            kept={t('layout.kept')}
            onRetry={() => save.mutate(unsaved)}
          />
        )}
        <ArrangeList
          label={t('layout.columns')}
          there={keys}
          shown={arranged(keys, chosen)}
          nameOf={(key) => there.find((column) => column.key === key)?.label ?? key}
          onChange={(shown) =>
            save.mutate({ [field]: kept(shown, keys, chosen, COLUMNS[list] as readonly string[]) })
          }
        />
        {held.chosen.includes(field) && (
          <Button
            className={classes.resetColumns}
            variant="subtle"
            size="compact-sm"
            onClick={() => save.mutate({ [field]: null })}
          >
            {t('layout.reset')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
