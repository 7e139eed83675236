import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { companiesQuery, useAddCompany } from '@/api/companies'
import type { Named } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useListState } from '@/components/list/useListState'
import { IconBuilding } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { memberCountsQuery } from './api'
import classes from './Rows.module.css'

/** The client companies, with how many active people each has. */
export function CompanyList({ canAdd }: { canAdd: boolean }) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const counts = useQuery(memberCountsQuery({}))
  const state = useListState({}, 'name')
  const people = (id: string) => counts.data?.by_company[id] ?? 0
  const words = folded(state.search)
  const down = state.sort.startsWith('-') ? -1 : 1
  // All of them are there already, for choosing one: nothing is asked again.
  const rows = (companies.data ?? [])
    .filter(({ name }) => folded(name).includes(words))
    .sort((a, b) =>
      state.sort.endsWith('members')
        ? down * (people(a.id) - people(b.id))
        : down * a.name.localeCompare(b.name),
    )
  const columns: Column<Named>[] = [
    {
      key: 'name',
      label: t('companies.name'),
      sort: 'name',
      cell: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    {
      key: 'members',
      label: t('members.tabPeople'),
      sort: '-members',
      cell: ({ id }) =>
        people(id) > 0 ? t('companies.members', { count: people(id) }) : t('companies.noMembers'),
    },
  ]
  return (
    <>
      {canAdd && <AddCompany />}
      <ListBar
        state={state}
        search={t('companies.search')}
        sorts={columns.map(({ label, sort = '' }) => ({ value: sort, label }))}
      />
      <ListBody
        list={{ ...companies, hasNextPage: false, isFetchingNextPage: false, fetchNextPage }}
        state={state}
        shown={rows.length}
        empty={
          <EmptyState icon={<IconBuilding size={22} />} title={t('companies.empty')}>
            {t('companies.emptyText')}
          </EmptyState>
        }
      >
        <DataList
          label={t('members.tabCompanies')}
          rows={rows}
          columns={columns}
          state={state}
          nameOf={({ name }) => name}
        />
      </ListBody>
    </>
  )
}

const fetchNextPage = () => undefined

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
}

function AddCompany() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const add = useAddCompany()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    add.mutate(name.trim(), {
      onSuccess: (company) => {
        notify(t('companies.added', { name: company.name }))
        setName('')
      },
    })
  }

  return (
    <>
      {add.isError && <ProblemNotice error={add.error} />}
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('companies.name')}
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('companies.add')}
        </Button>
      </form>
    </>
  )
}
