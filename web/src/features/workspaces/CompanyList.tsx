import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { companiesQuery, useAddCompany } from '@/api/companies'
import { EmptyState } from '@/components/EmptyState'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconBuilding } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { membersQuery } from './api'
import { RowSkeleton } from './MemberList'
import classes from './Rows.module.css'

export function CompanyList({ canAdd }: { canAdd: boolean }) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const members = useQuery(membersQuery)
  const count = (id: string) =>
    members.data?.filter(({ company, active }) => active && company?.id === id).length ?? 0

  return (
    <>
      {canAdd && <AddCompany />}
      {companies.isPending && <RowSkeleton />}
      {companies.isError && (
        <ProblemNotice error={companies.error} onRetry={() => void companies.refetch()} />
      )}
      {companies.data?.length === 0 && (
        <EmptyState icon={<IconBuilding size={22} />} title={t('companies.empty')}>
          {t('companies.emptyText')}
        </EmptyState>
      )}
      {companies.data && companies.data.length > 0 && (
        <ul className={classes.list} aria-label={t('members.tabCompanies')}>
          {companies.data.map(({ id, name }) => (
            <li key={id} className={classes.row}>
              <div className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className={classes.detail}>
                  {count(id) > 0
                    ? t('companies.members', { count: count(id) })
                    : t('companies.noMembers')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
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
