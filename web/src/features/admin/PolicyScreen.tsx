import {
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  Radio,
  Skeleton,
  Stack,
  Textarea,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { companiesQuery } from '@/api/companies'
import type { Role } from '@/api/types'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { policyQuery, useSavePolicy, type Policy, type PolicyDraft } from './api'
import classes from './Admin.module.css'

const METHODS = ['password', 'code', 'passkey', 'google', 'microsoft'] as const
const REGISTRATIONS = ['invitation', 'domain', 'open'] as const
const ROLES: Role[] = ['admin', 'agent', 'manager', 'guest']

/** How people come into the workspace and how they must sign in. */
export function PolicyScreen() {
  const { t } = useTranslation()
  const policy = useQuery(policyQuery)
  return (
    <Page title={t('policy.title')} description={t('policy.text')}>
      {policy.isPending && <Skeleton height={320} radius="md" />}
      {policy.isError && (
        <ProblemNotice error={policy.error} onRetry={() => void policy.refetch()} />
      )}
      {policy.data && <PolicyForm policy={policy.data} />}
    </Page>
  )
}

type Draft = Required<PolicyDraft>

function draftOf(policy: Policy): Draft {
  return {
    registration: policy.registration,
    registration_domains: policy.registration_domains,
    registration_company_id: policy.registration_company_id,
    methods: policy.methods.length > 0 ? policy.methods : [...METHODS],
    mfa_roles: policy.mfa_roles,
    mfa_grace_days: policy.mfa_grace_days,
    session_hours: policy.session_hours,
  }
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(policy))
  const save = useSavePolicy()
  const set = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const all = METHODS.every((method) => draft.methods.includes(method))
    save.mutate(
      { ...draft, methods: all ? [] : draft.methods },
      { onSuccess: () => void notify(t('common.saved')) },
    )
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <Registration policy={policy} draft={draft} set={set} />
      <Part title={t('policy.methods')} hint={t('policy.methodsHint')}>
        <Checkbox.Group
          label={t('policy.methods')}
          labelProps={{ className: classes.unseen }}
          value={draft.methods}
          onChange={(methods) => set({ methods: METHODS.filter((one) => methods.includes(one)) })}
        >
          <Stack gap="xs">
            {METHODS.map((method) => (
              <Checkbox key={method} value={method} label={t(`policy.method.${method}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {draft.methods.length === 0 && <p className={classes.notice}>{t('policy.noMethod')}</p>}
      </Part>
      <Factors policy={policy} draft={draft} set={set} />
      <Part title={t('policy.session')} hint={t('policy.sessionHint')}>
        <NumberInput
          label={t('policy.sessionHours')}
          min={1}
          max={2160}
          allowDecimal={false}
          value={draft.session_hours ?? ''}
          onChange={(value) => set({ session_hours: value === '' ? null : Number(value) })}
        />
      </Part>
      <div>
        {save.isError && <ProblemNotice error={save.error} kept={t('invite.kept')} />}
        <Button type="submit" loading={save.isPending} disabled={draft.methods.length === 0}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  title: string
  hint?: string
  children: ReactNode
}

function Part({ title, hint, children }: PartProps) {
  return (
    <section className={classes.part}>
      <div>
        <h2 className={classes.heading}>{title}</h2>
        {hint && <p className={classes.hint}>{hint}</p>}
      </div>
      {children}
    </section>
  )
}

interface FieldsProps {
  policy: Policy
  draft: Draft
  set: (changes: Partial<Draft>) => void
}

function Registration({ policy, draft, set }: FieldsProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const known = policy.known_domains
  return (
    <Part title={t('policy.registration')}>
      <Radio.Group
        label={t('policy.registration')}
        labelProps={{ className: classes.unseen }}
        value={draft.registration}
        onChange={(registration) => set({ registration })}
      >
        <Stack gap="xs">
          {REGISTRATIONS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`policy.registration.${value}`)}
              description={t(`policy.registrationHint.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.registration === 'domain' && (
        <Textarea
          autosize
          minRows={2}
          label={t('policy.domains')}
          description={
            known.length > 0
              ? t('policy.domainsKnown', { domains: known.join(', ') })
              : t('policy.domainsNone')
          }
          defaultValue={draft.registration_domains.join('\n')}
          onChange={(event) =>
            set({
              registration_domains: event.currentTarget.value.split(/[\s,;]+/).filter(Boolean),
            })
          }
        />
      )}
      {draft.registration !== 'invitation' && (
        <NativeSelect
          label={t('policy.company')}
          description={t('policy.companyHint')}
          value={draft.registration_company_id ?? ''}
          onChange={(event) => set({ registration_company_id: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('members.noCompany') },
            ...(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Part>
  )
}

function Factors({ policy, draft, set }: FieldsProps) {
  const { t, language } = useTranslation()
  const asked = policy.unready.filter(({ role }) => draft.mfa_roles.includes(role))
  const count = draft.mfa_roles.reduce((sum, role) => sum + (policy.unready_count[role] ?? 0), 0)
  return (
    <Part title={t('policy.factors')} hint={t('policy.factorsHint')}>
      <Checkbox.Group
        label={t('policy.factors')}
        labelProps={{ className: classes.unseen }}
        value={draft.mfa_roles}
        onChange={(roles) => set({ mfa_roles: ROLES.filter((role) => roles.includes(role)) })}
      >
        <Stack gap="xs">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t(`role.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {draft.mfa_roles.length > 0 && (
        <NumberInput
          label={t('policy.grace')}
          min={0}
          max={90}
          allowDecimal={false}
          value={draft.mfa_grace_days}
          onChange={(value) => set({ mfa_grace_days: Number(value) })}
        />
      )}
      {count > 0 && (
        <div className={classes.notice} role="status">
          <p>{t('policy.unready', { count })}</p>
          <ul aria-label={t('policy.unreadyList')}>
            {asked.map(({ id, name, email, due_at }) => (
              <li key={id}>
                {name || email}
                {due_at && ` – ${t('policy.due', { date: formatDate(due_at, language) })}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Part>
  )
}
