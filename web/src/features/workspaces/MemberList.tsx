import { Avatar, Badge, Menu, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import type { Member, MemberChange } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconButton } from '@/components/IconButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import {
  IconBuilding,
  IconCheck,
  IconClose,
  IconDots,
  IconEye,
  IconSearch,
  IconShield,
} from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { membersQuery, useChangeMember } from './api'
import { LimitsDialog } from './LimitsDialog'
import { chosenRole, isInCompany, roleOptions } from './roles'
import classes from './Rows.module.css'

interface MemberListProps {
  ownId: string
  canManage: boolean
  /** Shows what a member can see. */
  onAccess: (member: Member) => void
  onPreview: (member: Member) => void
}

/** From here on a list is easier to search than to read. */
const SEARCHABLE_FROM = 8

export function MemberList({ ownId, canManage, onAccess, onPreview }: MemberListProps) {
  const { t } = useTranslation()
  const members = useQuery(membersQuery)
  const [query, setQuery] = useState('')
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [limiting, setLimiting] = useState<Member | null>(null)
  const change = useChangeMember()

  function apply(member: Member, changes: MemberChange, said: string): void {
    change.mutate(
      { id: member.id, changes },
      { onSuccess: () => void notify(said), onError: (error) => notifyProblem(error, t) },
    )
    setLeaving(null)
  }

  if (members.isPending) return <RowSkeleton />
  if (members.isError) {
    return <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />
  }
  const needle = query.trim().toLowerCase()
  const found = members.data.filter(({ user }) =>
    `${user.name} ${user.email}`.toLowerCase().includes(needle),
  )
  return (
    <>
      {members.data.length >= SEARCHABLE_FROM && (
        <TextInput
          mb="md"
          aria-label={t('members.search')}
          placeholder={t('members.search')}
          leftSection={<IconSearch size={16} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p className={classes.nothing}>{t('members.nothing')}</p>}
      <ul className={classes.list} aria-label={t('members.list')}>
        {found.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            own={member.id === ownId}
            canManage={canManage}
            onChange={(changes) => apply(member, changes, t('members.saved'))}
            onDeactivate={() => setLeaving(member)}
            onAccess={() => onAccess(member)}
            onPreview={() => onPreview(member)}
            onLimit={() => setLimiting(member)}
            onActivate={() =>
              apply(member, { active: true }, t('members.activated', { name: member.user.name }))
            }
          />
        ))}
      </ul>
      {limiting && <LimitsDialog member={limiting} onClose={() => setLimiting(null)} />}
      {leaving && (
        <ConfirmDialog
          title={t('members.deactivateTitle', { name: leaving.user.name })}
          text={t('members.deactivateText')}
          confirm={t('members.deactivate')}
          danger
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            apply(leaving, { active: false }, t('members.deactivated', { name: leaving.user.name }))
          }
        />
      )}
    </>
  )
}

interface MemberRowProps {
  member: Member
  own: boolean
  canManage: boolean
  onChange: (changes: MemberChange) => void
  onDeactivate: () => void
  onActivate: () => void
  onAccess: () => void
  onPreview: () => void
  onLimit: () => void
}

function MemberRow(props: MemberRowProps) {
  const { member, own, canManage } = props
  const { t, language } = useTranslation()
  const { user, active, last_seen_at: seen } = member
  return (
    <li className={classes.row} data-inactive={!active || undefined}>
      <Avatar size={36} radius="xl" color="petrol" name={user.name || user.email} aria-hidden />
      <div className={classes.words}>
        <span className={classes.name}>
          {user.name || user.email}
          {own && <span className={classes.aside}> ({t('members.you')})</span>}
          {!active && (
            <Badge variant="default" size="sm" ml={8}>
              {t('members.inactive')}
            </Badge>
          )}
        </span>
        <span className={classes.detail}>{user.email}</span>
        {member.limited_to_companies && (
          <span className={classes.detail}>
            {t('limits.badge', { count: member.grants?.length ?? 0 })}
          </span>
        )}
      </div>
      <span className={classes.seen}>
        {seen ? formatAgo(seen, language) : t('members.neverSeen')}
      </span>
      {canManage && !own && active ? <Assignment {...props} /> : <Assigned member={member} />}
      {canManage && own && <span className={classes.menuPlace} />}
      {canManage && !own && <MemberMenu {...props} />}
    </li>
  )
}

function Assigned({ member }: { member: Member }) {
  const { t } = useTranslation()
  const role = member.custom_role?.name ?? t(`role.${member.role}`)
  const parts = [role, member.company?.name].filter(Boolean)
  return <span className={classes.assigned}>{parts.join(' · ')}</span>
}

function Assignment({ member, onChange }: MemberRowProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const roles = useQuery(rolesQuery)
  const custom = roles.data ?? []
  const { name } = member.user
  return (
    <div className={classes.assignment}>
      <NativeSelect
        aria-label={t('members.roleOf', { name })}
        size="xs"
        value={member.custom_role?.id ?? member.role}
        onChange={(event) => onChange(chosenRole(event.currentTarget.value, custom))}
        data={roleOptions(t, custom)}
      />
      {isInCompany(member.role) && (
        <NativeSelect
          aria-label={t('members.companyOf', { name })}
          size="xs"
          value={member.company?.id ?? ''}
          onChange={(event) => onChange({ company_id: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('members.noCompany') },
            ...(companies.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      )}
    </div>
  )
}

function MemberMenu(props: MemberRowProps) {
  const { member, onDeactivate, onActivate, onAccess, onPreview, onLimit } = props
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <IconButton label={t('members.actionsFor', { name: member.user.name })}>
          <IconDots size={16} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconShield size={16} />} onClick={onAccess}>
          {t('access.seen')}
        </Menu.Item>
        {member.active && isInCompany(member.role) && (
          <Menu.Item leftSection={<IconEye size={16} />} onClick={onPreview}>
            {t('preview.start')}
          </Menu.Item>
        )}
        {member.role === 'agent' && (
          <Menu.Item leftSection={<IconBuilding size={16} />} onClick={onLimit}>
            {t('limits.open')}
          </Menu.Item>
        )}
        <Menu.Divider />
        {member.active ? (
          <Menu.Item
            color="var(--n-danger)"
            leftSection={<IconClose size={16} />}
            onClick={onDeactivate}
          >
            {t('members.deactivate')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconCheck size={16} />} onClick={onActivate}>
            {t('members.activate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

export function RowSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 5 }, (_, i) => (
        <Skeleton key={i} height={52} mb={8} radius="md" />
      ))}
    </div>
  )
}
