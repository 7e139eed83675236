import { CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DocumentStatus } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { IconSearch, IconUsers } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { foldersQuery, type DocumentFilters } from '../api'
import classes from './Filters.module.css'

const STATUSES: DocumentStatus[] = ['ready', 'queued', 'extracting', 'indexing', 'failed']

interface FiltersProps {
  filters: DocumentFilters
  onChange: (filters: DocumentFilters) => void
  onFolderAudience: ((path: string) => void) | undefined
}

export function Filters({ filters, onChange, onFolderAudience }: FiltersProps) {
  const { t } = useTranslation()
  const folders = useQuery(foldersQuery)
  const change = (changes: Partial<DocumentFilters>) => onChange({ ...filters, ...changes })
  return (
    <search className={classes.filters}>
      <TextInput
        className={classes.query}
        aria-label={t('documents.search')}
        placeholder={t('documents.search')}
        leftSection={<IconSearch size={16} />}
        rightSection={
          filters.query !== '' && (
            <CloseButton aria-label={t('documents.clear')} onClick={() => change({ query: '' })} />
          )
        }
        value={filters.query}
        onChange={(event) => change({ query: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('documents.folder')}
        value={filters.folder}
        onChange={(event) => change({ folder: event.currentTarget.value })}
        data={[
          { value: '', label: t('documents.anyFolder') },
          ...(folders.data ?? [])
            .filter(({ path }) => path !== '')
            .map(({ path, documents }) => ({ value: path, label: `${path} (${documents})` })),
        ]}
      />
      <NativeSelect
        aria-label={t('documents.status')}
        value={filters.status}
        onChange={(event) => change({ status: event.currentTarget.value as DocumentStatus | '' })}
        data={[
          { value: '', label: t('documents.anyStatus') },
          ...STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      {onFolderAudience && filters.folder !== '' && (
        <IconButton label={t('audience.folder')} onClick={() => onFolderAudience(filters.folder)}>
          <IconUsers size={18} />
        </IconButton>
      )}
    </search>
  )
}
