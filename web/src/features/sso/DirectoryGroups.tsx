import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { choiceOf, useCompanyChoices, useRoleChoices, type Choice } from './choices'
import { groupsQuery, useMapGroup, type DirectoryGroup } from './directory'
import classes from './Sso.module.css'

/** The groups that the directory sent, and the role that each gives. */
export function DirectoryGroups() {
  const { t } = useTranslation()
  const groups = useQuery(groupsQuery)
  const roles = useRoleChoices()
  const companies = useCompanyChoices(t('idp.companyByDomain'))
  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>{t('scim.groups')}</h3>
      <p className={classes.text}>{t('scim.groupsText')}</p>
      {groups.isPending && <Skeleton height={48} radius="md" />}
      {groups.isError && (
        <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />
      )}
      {groups.data?.length === 0 && <p className={classes.text}>{t('scim.noGroups')}</p>}
      {groups.data && groups.data.length > 0 && (
        <ul className={classes.list} aria-label={t('scim.groups')}>
          {groups.data.map((group) => (
            <GroupRow
              key={`${group.id} ${String(group.role)} ${String(group.custom_role_id)} ${String(group.company_id)}`}
              group={group}
              roles={[{ value: '', label: t('scim.noRole') }, ...roles]}
              companies={companies}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface GroupRowProps {
  group: DirectoryGroup
  roles: Choice[]
  companies: Choice[]
}

function GroupRow({ group, roles, companies }: GroupRowProps) {
  const { t } = useTranslation()
  const now = group.custom_role_id ?? group.role ?? ''
  const [role, setRole] = useState(now)
  const [company, setCompany] = useState(group.company_id ?? '')
  const map = useMapGroup(group.id, () => void notify(t('common.saved')))
  const changed = role !== now || company !== (group.company_id ?? '')

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const chosen = role === '' ? { role: null, custom: null } : choiceOf(role)
    map.mutate({
      role: chosen.custom ? null : chosen.role,
      custom_role_id: chosen.custom,
      company_id: company || null,
    })
  }

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{group.name}</span>
        <span className={classes.detail}>{t('scim.count', { count: group.members })}</span>
      </div>
      <form className={classes.inline} onSubmit={submit}>
        <NativeSelect
          size="xs"
          aria-label={t('scim.roleOf', { name: group.name })}
          data={roles}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        {(role === 'guest' || role === 'manager' || group.company_id !== null) && (
          <NativeSelect
            size="xs"
            aria-label={t('scim.companyOf', { name: group.name })}
            data={companies}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          size="xs"
          variant="default"
          aria-label={t('scim.saveGroup', { name: group.name })}
          disabled={!changed}
          loading={map.isPending}
        >
          {t('common.save')}
        </Button>
      </form>
      {map.isError && (
        <div className={classes.whole}>
          <ProblemNotice error={map.error} />
        </div>
      )}
    </li>
  )
}
