import { Button, Group, Modal, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type SubmitEvent } from 'react'
import { companiesQuery, useAddCompany } from '@/api/companies'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconBuilding, IconEdit, IconPlus, IconTrash } from '@/components/icons'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useArranged } from '@/components/list/useArranged'
import { useListState } from '@/components/list/useListState'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { companyDetailsQuery, useChangeCompany, useDeleteCompany, type CompanyDetail } from './api'
import classes from './Admin.module.css'

/** Client companies, the e-mail domains that are theirs, and how many people they have. */
export function CompaniesScreen() {
  const { t } = useTranslation()
  const state = useListState({}, 'name')
  const list = useInfiniteQuery(companyDetailsQuery(state.query))
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const [edited, setEdited] = useState<CompanyDetail | 'new' | null>(null)
  const [removed, setRemoved] = useState<CompanyDetail | null>(null)
  const all = useColumns()
  const { columns, choice } = useArranged('companies', all)
  return (
    <Page
      title={t('companies.title')}
      description={t('companies.text')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          {t('companies.add')}
        </Button>
      }
    >
      <ListBar
        state={state}
        columns={choice}
        search={t('companies.search')}
        sorts={all.flatMap(({ sort, label }) => (sort ? [{ value: sort, label }] : []))}
      />
      <ListBody
        list={list}
        state={state}
        shown={rows.length}
        empty={
          <EmptyState icon={<IconBuilding size={22} />} title={t('companies.empty')}>
            {t('companies.emptyText')}
          </EmptyState>
        }
      >
        <DataList
          label={t('companies.title')}
          rows={rows}
          columns={columns}
          state={state}
          nameOf={({ name }) => name}
          actions={(company) => (
            <>
              <IconButton
                label={t('companies.edit', { name: company.name })}
                onClick={() => setEdited(company)}
              >
                <IconEdit size={16} />
              </IconButton>
              <IconButton
                label={t('companies.delete', { name: company.name })}
                onClick={() => setRemoved(company)}
              >
                <IconTrash size={16} />
              </IconButton>
            </>
          )}
        />
      </ListBody>
      {edited && (
        <CompanyDialog company={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed && <DeleteDialog company={removed} onClose={() => setRemoved(null)} />}
    </Page>
  )
}

function useColumns(): Column<CompanyDetail>[] {
  const { t } = useTranslation()
  return [
    { key: 'name', label: t('companies.name'), sort: 'name', cell: ({ name }) => name },
    {
      key: 'domains',
      label: t('companies.domainsOf'),
      cell: ({ domains }) => (
        <span className={classes.soft}>{domains.join(', ') || t('companies.noDomains')}</span>
      ),
    },
    {
      key: 'members',
      label: t('members.tabPeople'),
      sort: '-members',
      cell: ({ members }) =>
        members > 0 ? t('companies.members', { count: members }) : t('companies.noMembers'),
    },
  ]
}

interface CompanyDialogProps {
  company: CompanyDetail | null
  onClose: () => void
}

function CompanyDialog({ company, onClose }: CompanyDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(company?.name ?? '')
  const [domains, setDomains] = useState(company?.domains.join('\n') ?? '')
  const add = useAddCompany()
  const change = useChangeCompany()

  async function save(): Promise<void> {
    const id = company?.id ?? (await add.mutateAsync(name.trim())).id
    await change.mutateAsync({
      id,
      name: name.trim(),
      domains: domains.split(/[\s,;]+/).filter(Boolean),
    })
    notify(t('common.saved'))
    onClose()
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    // A refusal is shown by the mutation that met it.
    save().catch(() => undefined)
  }

  const error = add.error ?? change.error
  return (
    <Modal
      opened
      onClose={onClose}
      title={company ? t('companies.edit', { name: company.name }) : t('companies.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error && <ProblemNotice error={error} kept={t('invite.kept')} />}
          <TextInput
            label={t('companies.name')}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('companies.domains')}
            description={t('companies.domainsHint')}
            autosize
            minRows={2}
            value={domains}
            onChange={(event) => setDomains(event.currentTarget.value)}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface DeleteDialogProps {
  company: CompanyDetail
  onClose: () => void
}

function DeleteDialog({ company, onClose }: DeleteDialogProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const others = (companies.data ?? []).filter(({ id }) => id !== company.id)
  const [moveTo, setMoveTo] = useState('')
  const remove = useDeleteCompany()

  function confirm(): void {
    remove.mutate(
      { id: company.id, moveTo },
      {
        onSuccess: () => {
          notify(t('companies.deleted', { name: company.name }))
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('companies.delete', { name: company.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <p>{t('companies.deleteText')}</p>
        {remove.isError && <ProblemNotice error={remove.error} />}
        {others.length > 0 && (
          <NativeSelect
            label={t('companies.moveTo')}
            value={moveTo}
            onChange={(event) => setMoveTo(event.currentTarget.value)}
            data={[
              { value: '', label: t('companies.nobody') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red.8" loading={remove.isPending} onClick={confirm}>
          {t('common.delete')}
        </Button>
      </Group>
    </Modal>
  )
}
