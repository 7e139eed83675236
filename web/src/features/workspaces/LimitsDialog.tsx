import { Button, Checkbox, Group, Modal, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import type { Member, Named, Permission } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useChangeMember } from './api'
import classes from './Rows.module.css'

/** The companies granted, each with the permissions there; null means all of the role. */
type Grants = Record<string, Permission[] | null>

interface LimitsDialogProps {
  member: Member
  onSaved: (member: Member) => void
  onClose: () => void
}

/** Which companies an agent acts for, and what they may do for each. */
export function LimitsDialog({ member, onSaved, onClose }: LimitsDialogProps) {
  const { t } = useTranslation()
  const name = member.user.name || member.user.email
  const companies = useQuery(companiesQuery)
  const [limited, setLimited] = useState(member.limited_to_companies)
  const [grants, setGrants] = useState<Grants>(() =>
    Object.fromEntries((member.grants ?? []).map((one) => [one.company.id, one.permissions])),
  )
  const change = useChangeMember()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const list = Object.entries(grants).map(([company_id, permissions]) => ({
      company_id,
      permissions,
    }))
    change.mutate(
      { id: member.id, changes: { limited_to_companies: limited, grants: limited ? list : [] } },
      {
        onSuccess: (now) => {
          notify(t('limits.saved', { name }))
          onSaved({ ...now, second_factor: member.second_factor ?? null })
          onClose()
        },
      },
    )
  }

  function set(company: string, permissions: Permission[] | null | undefined): void {
    setGrants((now) => {
      const others = Object.fromEntries(Object.entries(now).filter(([id]) => id !== company))
      return permissions === undefined ? others : { ...others, [company]: permissions }
    })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('limits.title', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {change.isError && <ProblemNotice error={change.error} kept={t('roles.kept')} />}
          <Switch
            data-autofocus
            label={t('limits.switch')}
            description={t('limits.text')}
            checked={limited}
            onChange={(event) => setLimited(event.currentTarget.checked)}
          />
          {companies.isError && (
            <ProblemNotice error={companies.error} onRetry={() => void companies.refetch()} />
          )}
          {limited && companies.data && (
            <fieldset className={classes.fieldset}>
              <legend>{t('limits.companies')}</legend>
              {Object.keys(grants).length === 0 && (
                <p className={classes.nothing}>{t('limits.none')}</p>
              )}
              {companies.data.map((company) => (
                <CompanyGrant
                  key={company.id}
                  company={company}
                  member={member}
                  granted={grants[company.id]}
                  onChange={(permissions) => set(company.id, permissions)}
                />
              ))}
            </fieldset>
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('limits.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface CompanyGrantProps {
  company: Named
  member: Member
  /** Undefined where the company isn't granted. */
  granted: Permission[] | null | undefined
  onChange: (permissions: Permission[] | null | undefined) => void
}

/** What concerns a company's documents, people and conversations: the rest is everybody's. */
const ABOUT_COMPANIES: Permission[] = [
  'answers.ask',
  'search.use',
  'documents.read',
  'documents.manage',
  'members.read',
  'members.manage',
  'company.oversee',
]

function CompanyGrant({ company, member, granted, onChange }: CompanyGrantProps) {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  const role = roles.data?.find(
    ({ id, base }) => id === (member.custom_role?.id ?? null) && base === member.role,
  )
  const held = ABOUT_COMPANIES.filter((one) => role?.permissions.includes(one) ?? false)
  return (
    <div className={classes.grant}>
      <Checkbox
        label={company.name}
        checked={granted !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? null : undefined)}
      />
      {granted !== undefined && (
        <div className={classes.rights}>
          <Switch
            size="xs"
            label={t('limits.all')}
            aria-label={`${t('limits.rights', { company: company.name })} : ${t('limits.all')}`}
            checked={granted === null}
            onChange={(event) => onChange(event.currentTarget.checked ? null : held)}
          />
          {granted !== null && (
            <Checkbox.Group
              aria-label={t('limits.rights', { company: company.name })}
              value={granted}
              onChange={(values) => onChange(values)}
            >
              <Stack gap={6} mt={6}>
                {held.map((permission) => (
                  <Checkbox
                    key={permission}
                    size="xs"
                    value={permission}
                    label={t(`permission.${permission}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </div>
      )}
    </div>
  )
}
