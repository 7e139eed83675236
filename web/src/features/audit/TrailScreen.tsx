import { Tabs } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { TrailEntry } from '@/api/types'
import { Page } from '@/components/Page'
import { useTranslation } from '@/i18n'
import { NO_FILTERS, type Filters } from './api'
import { EntryList } from './EntryList'
import { EntryPanel } from './EntryPanel'
import { ExportMenu } from './ExportMenu'
import { FilterBar } from './FilterBar'
import { HeadSettings } from './HeadSettings'
import { Verification } from './Verification'
import classes from './Trail.module.css'

interface TrailScreenProps {
  canExport: boolean
  canChange: boolean
}

export function TrailScreen({ canExport, canChange }: TrailScreenProps) {
  const { t } = useTranslation()
  const [filters, setFilters] = useState<Filters>(NO_FILTERS)
  const [settled] = useDebouncedValue(filters, 250)
  const [opened, setOpened] = useState<TrailEntry | null>(null)
  const narrow = (more: Partial<Filters>) => setFilters({ ...filters, ...more })

  return (
    <div className={classes.beside}>
      <div className={classes.main}>
        <Page
          wide
          title={t('trail.title')}
          description={t('trail.text')}
          actions={canExport && <ExportMenu filters={filters} />}
        >
          <Tabs defaultValue="activity" keepMounted={false} onChange={() => setOpened(null)}>
            <Tabs.List mb="md">
              <Tabs.Tab value="activity">{t('trail.tabActivity')}</Tabs.Tab>
              <Tabs.Tab value="integrity">{t('trail.tabIntegrity')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="activity">
              <FilterBar filters={filters} onChange={narrow} />
              <EntryList
                filters={settled}
                openedId={opened?.id ?? null}
                onOpen={setOpened}
                onClear={() => setFilters(NO_FILTERS)}
              />
            </Tabs.Panel>
            <Tabs.Panel value="integrity">
              <Verification />
              <HeadSettings canChange={canChange} />
            </Tabs.Panel>
          </Tabs>
        </Page>
      </div>
      {opened && <EntryPanel entry={opened} onNarrow={narrow} onClose={() => setOpened(null)} />}
    </div>
  )
}
