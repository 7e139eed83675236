import { Select, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { accessQuery } from '@/api/roles'
import type { Access, AccessStep, Document, Page } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { SidePanel } from '@/components/SidePanel'
import { useTranslation } from '@/i18n'
import classes from './Access.module.css'

interface AccessPanelProps {
  memberId: string
  name: string
  onClose: () => void
}

/** What a member can see, and why they can see a certain document or not. */
export function AccessPanel({ memberId, name, onClose }: AccessPanelProps) {
  const { t } = useTranslation()
  const [document, setDocument] = useState('')
  const access = useQuery({
    ...accessQuery(memberId, document),
    placeholderData: keepPreviousData,
  })
  return (
    <SidePanel title={t('access.title', { name })} onClose={onClose}>
      <div className={classes.panel}>
        {access.isPending && <Skeleton height={160} radius="md" aria-hidden />}
        {access.isError && (
          <ProblemNotice error={access.error} onRetry={() => void access.refetch()} />
        )}
        {access.data && (
          <>
            <Summary access={access.data} />
            <section className={classes.part} aria-labelledby="access-check">
              <h3 id="access-check" className={classes.heading}>
                {t('access.check')}
              </h3>
              <DocumentChoice value={document} onChange={setDocument} />
              <div role="status">
                {document !== '' && access.data.check && (
                  <Verdict name={name} check={access.data.check} />
                )}
              </div>
            </section>
          </>
        )}
      </div>
    </SidePanel>
  )
}

function Summary({ access }: { access: Access }) {
  const { t } = useTranslation()
  const { companies, documents, permissions } = access
  const named = companies?.length === 0 ? t('access.noCompanies') : companies?.join(', ')
  return (
    <section className={classes.part}>
      <ul className={classes.facts}>
        <li>
          {documents > 0 ? t('access.documents', { count: documents }) : t('access.noDocuments')}
        </li>
        <li>{named ?? t('access.allCompanies')}</li>
      </ul>
      <details className={classes.details}>
        <summary>
          {t('access.rights')} ({permissions.length})
        </summary>
        <ul className={classes.facts}>
          {permissions.map((permission) => (
            <li key={permission}>{t(`permission.${permission}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const FOUND = 20

function DocumentChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text.trim(), 200)
  const found = useQuery({
    queryKey: ['documents', 'to-check', query],
    queryFn: () => api.get<Page<Document>>('/documents', { query, limit: FOUND }),
    placeholderData: keepPreviousData,
  })
  const items = found.data?.items ?? []
  return (
    <Select
      label={t('access.choose')}
      placeholder={t('access.search')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('documents.clear') }}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('documents.nothing')}
      // The server has searched; a title found by its path would be dropped here.
      filter={({ options }) => options}
      data={items.map(({ id, title }) => ({ value: id, label: title }))}
      comboboxProps={{ withinPortal: true }}
    />
  )
}

function Verdict({ name, check }: { name: string; check: NonNullable<Access['check']> }) {
  const { t } = useTranslation()
  const { reads, answered, title, steps } = check
  const verdict = reads ? 'access.yes' : answered ? 'access.answersOnly' : 'access.no'
  return (
    <>
      <p className={classes.verdict} data-outcome={reads ? 'allows' : 'denies'}>
        {t(verdict, { name, title })}
      </p>
      <h4 className={classes.heading}>{t('access.why')}</h4>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.code} step={step} />
        ))}
      </ol>
    </>
  )
}

function Step({ step }: { step: AccessStep }) {
  const { t } = useTranslation()
  return (
    <li className={classes.step} data-outcome={step.outcome}>
      <span className={classes.outcome}>{t(`access.${step.outcome}`)}</span>
      <p>{step.reason}</p>
      <p className={classes.change}>{t('access.toChange', { change: step.change })}</p>
    </li>
  )
}
