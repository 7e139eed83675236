import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Skeleton,
  Stack,
  TextInput,
  Textarea,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useAddCompany } from '@/api/companies'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconBuilding, IconEdit, IconPlus, IconTrash } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { companyDetailsQuery, useChangeCompany, useDeleteCompany, type CompanyDetail } from './api'
import classes from './Admin.module.css'

/** Client companies, the e-mail domains that are theirs, and how many people they have. */
export function CompaniesScreen() {
  const { t } = useTranslation()
  const companies = useQuery(companyDetailsQuery)
  const [edited, setEdited] = useState<CompanyDetail | 'new' | null>(null)
  const [removed, setRemoved] = useState<CompanyDetail | null>(null)
  const rows = companies.data ?? []
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
      {companies.isPending && <Skeleton height={160} radius="md" />}
      {companies.isError && (
        <ProblemNotice error={companies.error} onRetry={() => void companies.refetch()} />
      )}
      {companies.data?.length === 0 && (
        <EmptyState icon={<IconBuilding size={22} />} title={t('companies.empty')}>
          {t('companies.emptyText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className={classes.list} aria-label={t('companies.title')}>
          {rows.map((company) => (
            <li key={company.id} className={classes.row}>
              <div className={classes.words}>
                <div>{company.name}</div>
                <div className={classes.soft}>
                  {company.domains.join(', ') || t('companies.noDomains')}
                </div>
              </div>
              <span className={classes.soft}>
                {company.members > 0
                  ? t('companies.members', { count: company.members })
                  : t('companies.noMembers')}
              </span>
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
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <CompanyDialog company={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed && (
        <DeleteDialog
          company={removed}
          others={rows.filter(({ id }) => id !== removed.id)}
          onClose={() => setRemoved(null)}
        />
      )}
    </Page>
  )
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
  others: CompanyDetail[]
  onClose: () => void
}

function DeleteDialog({ company, others, onClose }: DeleteDialogProps) {
  const { t } = useTranslation()
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
