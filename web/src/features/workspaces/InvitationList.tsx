import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { rolesQuery } from '@/api/roles'
import type { Invitation } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { IconMail, IconTrash, IconUsers } from '@/components/icons'
import { BulkBar } from '@/components/list/BulkBar'
import { DataList, type Column } from '@/components/list/DataList'
import { ListBar } from '@/components/list/ListBar'
import { ListBody } from '@/components/list/ListBody'
import { useArranged } from '@/components/list/useArranged'
import { useListSelection } from '@/components/list/useListSelection'
import { useListState } from '@/components/list/useListState'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import {
  invitationFilters,
  invitationsQuery,
  useChangeInvitations,
  useResend,
  useWithdraw,
} from './api'
import { roleOf, roleOptions } from './roles'
import classes from './Rows.module.css'

/** Who was invited and has not come yet; links that have expired are sent again. */
export function InvitationList() {
  const { t } = useTranslation()
  const state = useListState(invitationFilters, '-created')
  const list = useInfiniteQuery(invitationsQuery(state.query))
  const roles = useQuery(rolesQuery)
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const selection = useListSelection(rows, rows.length, state.query)
  const all = useColumns()
  const { columns, choice } = useArranged('invitations', all)
  const statuses = [
    { value: 'open', label: t('invite.onlyOpen') },
    { value: 'expired', label: t('invite.onlyExpired') },
  ]
  return (
    <>
      <ListBar
        saved="invitations"
        state={state}
        columns={choice}
        search={t('invite.search')}
        filters={[
          { name: 'status', label: t('members.anyState'), options: statuses },
          { name: 'role', label: t('members.anyRole'), options: roleOptions(t, roles.data ?? []) },
        ]}
        sorts={[
          { value: '-created', label: t('invite.sent') },
          { value: 'email', label: t('field.email') },
          { value: 'expires', label: t('invite.validity') },
        ]}
      />
      {selection.count > 0 && (
        <BulkBar selection={selection}>
          <ManyInvitations
            ids={selection.chosen.all ? [] : selection.chosen.ids}
            onDone={selection.clear}
          />
        </BulkBar>
      )}
      <ListBody
        list={list}
        state={state}
        shown={rows.length}
        empty={
          <EmptyState icon={<IconUsers size={22} />} title={t('invite.empty')}>
            {t('invite.emptyText')}
          </EmptyState>
        }
      >
        <DataList
          label={t('members.tabInvitations')}
          rows={rows}
          columns={columns}
          state={state}
          nameOf={({ email }) => email}
          selection={selection}
          actions={(invitation) => <InvitationActions invitation={invitation} />}
        />
      </ListBody>
    </>
  )
}

function useColumns(): Column<Invitation>[] {
  const { t, language } = useTranslation()
  return [
    {
      key: 'email',
      label: t('field.email'),
      sort: 'email',
      cell: ({ email }) => <span className={classes.name}>{email}</span>,
    },
    { key: 'role', label: t('members.role'), cell: (invitation) => roleOf(invitation, t) },
    {
      key: 'company',
      label: t('members.company'),
      cell: ({ company }) => company?.name ?? '–',
    },
    {
      key: 'sent',
      label: t('invite.sent'),
      sort: '-created',
      cell: ({ created_at }) => formatDate(created_at, language),
    },
    {
      key: 'validity',
      label: t('invite.validity'),
      sort: 'expires',
      cell: ({ status, expires_at }) => (
        <span data-expired={status === 'expired' || undefined} className={classes.validity}>
          {t(status === 'expired' ? 'invite.expired' : 'invite.expires', {
            date: formatDate(expires_at, language),
          })}
        </span>
      ),
    },
  ]
}

function InvitationActions({ invitation: { id, email } }: { invitation: Invitation }) {
  const { t } = useTranslation()
  const withdraw = useWithdraw()
  const resend = useResend()
  return (
    <>
      <IconButton
        label={t('invite.resend', { email })}
        loading={resend.isPending}
        onClick={() =>
          resend.mutate(id, {
            onSuccess: () => void notify(t('invite.resent')),
            onError: (error) => notifyProblem(error, t),
          })
        }
      >
        <IconMail size={16} />
      </IconButton>
      <IconButton
        label={t('invite.revoke', { email })}
        loading={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(id, {
            onSuccess: () => void notify(t('invite.revoked')),
            onError: (error) => notifyProblem(error, t),
          })
        }
      >
        <IconTrash size={16} />
      </IconButton>
    </>
  )
}

/** As many as the server takes in one request. */
const MOST = 200

function ManyInvitations({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { t } = useTranslation()
  const change = useChangeInvitations()
  const [asking, setAsking] = useState<'resend' | 'withdraw' | null>(null)

  function run(action: 'resend' | 'withdraw'): void {
    setAsking(null)
    change.mutate(
      { invitation_ids: ids.slice(0, MOST), action },
      {
        onSuccess: ({ done }) => {
          notify(t(`invite.${action}Done`, { count: done }))
          onDone()
        },
        onError: (error) => notifyProblem(error, t),
      },
    )
  }

  const count = Math.min(ids.length, MOST)
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking('resend')}>
        {t('invite.resendMany')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsking('withdraw')}>
        {t('invite.withdrawMany')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t(`invite.${asking}Title`, { count })}
          text={t(`invite.${asking}Text`)}
          confirm={t(`invite.${asking}Many`)}
          danger={asking === 'withdraw'}
          onClose={() => setAsking(null)}
          onConfirm={() => run(asking)}
        />
      )}
    </>
  )
}
