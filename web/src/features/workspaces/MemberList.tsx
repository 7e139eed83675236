import { Badge, Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import type { Member } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { IconBuilding, IconCheck, IconClose, IconShield, IconUsers } from '@/components/icons'
import { BulkBar } from '@/components/list/BulkBar'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar, type ListFilter } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useArranged } from '@/components/list/useArranged'
import { useListSelection } from '@/components/list/useListSelection'
import { useListState } from '@/components/list/useListState'
import { useTranslation, type MessageKey, type Translate } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import {
  memberCountsQuery,
  memberFilters,
  membersQuery,
  memberWhere,
  type ManySelection,
  type MemberChangeKind,
} from './api'
import { ManyDialog } from './ManyDialog'
import { nameOf, roleOf, roleOptions } from './roles'
import classes from './Rows.module.css'

interface MemberListProps {
  ownId: string
  canManage: boolean
  canSeeCompanies: boolean
  canSeeFactors: boolean
  onOpen: (member: Member) => void
}

/** Everybody, found, sorted and changed one by one or many at once. */
export function MemberList(props: MemberListProps) {
  const { canManage, canSeeFactors, onOpen } = props
  const { t } = useTranslation()
  const state = useListState(memberFilters, 'name')
  const list = useInfiniteQuery(membersQuery(state.query))
  const counts = useQuery(memberCountsQuery(state.query))
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const matching = counts.data?.matching ?? rows.length
  const selection = useListSelection(rows, matching, memberWhere(state.query))
  const [doing, setDoing] = useState<MemberChangeKind | null>(null)
  const all = useColumns(props)
  const { columns, choice } = useArranged('members', all)
  const filters = useFilters(props)

  const selected: ManySelection = selection.chosen.all
    ? { filter: asked(memberWhere(state.query)), without: selection.chosen.without }
    : { member_ids: selection.chosen.ids }
  return (
    <>
      <ListBar
        saved="members"
        state={state}
        columns={choice}
        search={t('members.search')}
        filters={filters}
        sorts={all.flatMap(({ sort, label }) => (sort ? [{ value: sort, label }] : []))}
      />
      {selection.count > 0 && (
        <BulkBar selection={selection} reachesAll>
          <BulkActions onChoose={setDoing} />
        </BulkBar>
      )}
      <ListBody
        list={list}
        state={state}
        shown={rows.length}
        matching={counts.data?.matching}
        empty={<EmptyState icon={<IconUsers size={22} />} title={t('members.empty')} />}
      >
        <DataList
          label={t('members.list')}
          rows={rows}
          columns={columns}
          state={state}
          nameOf={nameOf}
          selection={canManage ? selection : undefined}
          isQuiet={({ active }) => !active}
          actions={
            canManage || canSeeFactors
              ? (member) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('members.open', { name: nameOf(member) })}
                    onClick={() => onOpen(member)}
                  >
                    {t('members.details')}
                  </Button>
                )
              : undefined
          }
        />
      </ListBody>
      {doing && (
        <ManyDialog
          kind={doing}
          selection={selected}
          onClose={(done) => {
            setDoing(null)
            if (done) selection.clear()
          }}
        />
      )}
    </>
  )
}

/** A filter as the server takes it in a body: what is any is left out. */
function asked(where: Record<string, string>): NonNullable<ManySelection['filter']> {
  const given = Object.entries(where).filter(([, value]) => value !== '')
  const typed = given.map(([name, value]) =>
    value === 'true' || value === 'false' ? [name, value === 'true'] : [name, value],
  )
  return Object.fromEntries(typed) as NonNullable<ManySelection['filter']>
}

function BulkActions({ onChoose }: { onChoose: (kind: MemberChangeKind) => void }) {
  const { t } = useTranslation()
  const actions = [
    { kind: 'role', icon: <IconShield size={14} /> },
    { kind: 'company', icon: <IconBuilding size={14} /> },
    { kind: 'deactivate', icon: <IconClose size={14} /> },
    { kind: 'reactivate', icon: <IconCheck size={14} /> },
  ] as const
  return actions.map(({ kind, icon }) => (
    <Button
      key={kind}
      size="compact-sm"
      variant="default"
      leftSection={icon}
      onClick={() => onChoose(kind)}
    >
      {t(`many.${kind}`)}
    </Button>
  ))
}

function useColumns({ ownId, canSeeFactors }: MemberListProps): Column<Member>[] {
  const { t, language } = useTranslation()
  const columns: Column<Member>[] = [
    {
      key: 'person',
      label: t('members.person'),
      sort: 'name',
      cell: (member) => <Person member={member} own={member.id === ownId} />,
    },
    { key: 'role', label: t('members.role'), sort: 'role', cell: (member) => roleOf(member, t) },
    {
      key: 'company',
      label: t('members.company'),
      sort: 'company',
      cell: ({ company }) => company?.name ?? '–',
    },
    {
      key: 'seen',
      label: t('members.seen'),
      sort: '-seen',
      cell: ({ last_seen_at: seen }) => (seen ? formatAgo(seen, language) : t('members.neverSeen')),
    },
  ]
  if (!canSeeFactors) return columns
  return [
    ...columns,
    {
      key: 'factor',
      label: t('members.factor'),
      cell: ({ second_factor: factor }) => t(factor ? 'members.yes' : 'members.no'),
    },
  ]
}

function Person({ member, own }: { member: Member; own: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={classes.words}>
      <span className={classes.name}>
        {nameOf(member)}
        {own && <span className={classes.aside}> ({t('members.you')})</span>}
        {!member.active && (
          <Badge variant="default" size="sm" ml={8}>
            {t('members.inactive')}
          </Badge>
        )}
      </span>
      {member.user.name && <span className={classes.detail}>{member.user.email}</span>}
      {member.limited_to_companies && (
        <span className={classes.detail}>
          {t('limits.badge', { count: member.grants?.length ?? 0 })}
        </span>
      )}
    </div>
  )
}

function useFilters({ canSeeCompanies, canSeeFactors }: MemberListProps): ListFilter[] {
  const { t } = useTranslation()
  const companies = useQuery({ ...companiesQuery, enabled: canSeeCompanies })
  const roles = useQuery(rolesQuery)
  const named = (names: string[], prefix: string) =>
    names.map((value) => ({ value, label: t(`${prefix}.${value}` as MessageKey) }))
  const filters: ListFilter[] = [
    { name: 'role', label: t('members.anyRole'), options: roleOptions(t, roles.data ?? []) },
    ...(companies.data?.length
      ? [
          {
            name: 'company_id',
            label: t('members.anyCompany'),
            options: companies.data.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    { name: 'active', label: t('members.anyState'), options: states(t) },
    {
      name: 'seen',
      label: t('members.anySeen'),
      options: named(['week', 'month', 'long_ago', 'never'], 'members.seen'),
    },
    {
      name: 'source',
      label: t('members.anySource'),
      options: named(['invited', 'joined', 'sso', 'scim'], 'members.source'),
    },
  ]
  if (canSeeFactors) {
    const options = named(['true', 'false'], 'members.factor')
    filters.push({ name: 'second_factor', label: t('members.anyFactor'), options })
  }
  return filters
}

function states(t: Translate) {
  return [
    { value: 'true', label: t('members.activeOnes') },
    { value: 'false', label: t('members.inactiveOnes') },
  ]
}
