import { Select, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { companiesQuery } from '@/api/companies'
import { may, useMe } from '@/api/me'
import type { Document, Member, Page } from '@/api/types'
import { useTranslation } from '@/i18n'
import { NOWHERE_ELSE, type Among } from './finding'
import classes from './Conversations.module.css'

interface FoundNarrowingProps {
  among: Among
  onChange: (among: Among) => void
}

/** Among whose conversations is looked, and which document their answers rest on. */
export function FoundNarrowing({ among, onChange }: FoundNarrowingProps) {
  const { t } = useTranslation()
  const me = useMe()
  const set = (part: Partial<Among>) => onChange({ ...among, ...part })
  return (
    <div className={classes.among}>
      {may(me, 'company.oversee') && (
        <Switch
          label={t('finding.all')}
          checked={among.all}
          onChange={(event) =>
            set({ ...NOWHERE_ELSE, source: among.source, all: event.currentTarget.checked })
          }
        />
      )}
      {among.all && may(me, 'companies.read') && (
        <CompanySelect value={among.company} onChange={(company) => set({ company })} />
      )}
      {among.all && may(me, 'members.read') && (
        <FoundSelect
          label={t('finding.person')}
          value={among.person}
          onChange={(person) => set({ person })}
          find={findMembers}
        />
      )}
      {may(me, 'documents.read') && (
        <FoundSelect
          label={t('finding.source')}
          value={among.source}
          onChange={(source) => set({ source })}
          find={findDocuments}
        />
      )}
    </div>
  )
}

/** The cross is for the keyboard too, and large enough for a finger. */
const REACHABLE = { 'aria-hidden': false, tabIndex: 0, size: '28px' }

interface Choice {
  value: string
  label: string
}

async function findMembers(search: string): Promise<Choice[]> {
  const { items } = await api.get<Page<Member>>('/members', { search, limit: 20 })
  return items.map(({ id, user, company }) => ({
    value: id,
    label: [user.name || user.email, company?.name].filter(Boolean).join(' · '),
  }))
}

async function findDocuments(query: string): Promise<Choice[]> {
  const { items } = await api.get<Page<Document>>('/documents', { query, limit: 20 })
  return items.map(({ id, title }) => ({ value: id, label: title }))
}

interface SelectProps {
  value: string
  onChange: (value: string) => void
}

function CompanySelect({ value, onChange }: SelectProps) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(companiesQuery)
  return (
    <Select
      searchable
      clearable
      clearSectionMode="clear"
      clearButtonProps={{
        'aria-label': t('finding.anyCompany'),
        ...REACHABLE,
      }}
      aria-label={t('finding.company')}
      placeholder={t('finding.company')}
      nothingFoundMessage={t('finding.noChoice')}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

interface FoundSelectProps extends SelectProps {
  label: string
  find: (search: string) => Promise<Choice[]>
}

/** Chooses one of many that are found by their names. */
function FoundSelect({ label, value, onChange, find }: FoundSelectProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [wanted] = useDebouncedValue(search.trim(), 200)
  const named = chosen?.label === search
  const { data = [] } = useQuery({
    queryKey: ['choices', label, named ? '' : wanted],
    queryFn: () => find(named ? '' : wanted),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const others = data.filter((one) => one.value !== chosen?.value)
  return (
    <Select
      searchable
      clearable
      clearSectionMode="clear"
      clearButtonProps={{
        'aria-label': t('finding.any', { name: label }),
        ...REACHABLE,
      }}
      aria-label={label}
      placeholder={label}
      nothingFoundMessage={t('finding.noChoice')}
      // What is found is what the server found: accents and case are its affair.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={value || null}
      onChange={(id, option) => {
        setChosen(id ? option : null)
        onChange(id ?? '')
      }}
      data={chosen ? [chosen, ...others] : others}
    />
  )
}
