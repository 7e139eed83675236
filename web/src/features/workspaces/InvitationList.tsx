import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconMail, IconTrash, IconUsers } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { invitationsQuery, useResend, useWithdraw } from './api'
import { RowSkeleton } from './MemberList'
import classes from './Rows.module.css'

export function InvitationList() {
  const { t, language } = useTranslation()
  const invitations = useQuery(invitationsQuery)
  const withdraw = useWithdraw()
  const resend = useResend()

  if (invitations.isPending) return <RowSkeleton />
  if (invitations.isError) {
    return <ProblemNotice error={invitations.error} onRetry={() => void invitations.refetch()} />
  }
  if (invitations.data.length === 0) {
    return (
      <EmptyState icon={<IconUsers size={22} />} title={t('invite.empty')}>
        {t('invite.emptyText')}
      </EmptyState>
    )
  }
  return (
    <ul className={classes.list} aria-label={t('members.tabInvitations')}>
      {invitations.data.map(({ id, email, role, custom_role, company, expires_at, status }) => (
        <li key={id} className={classes.row}>
          <div className={classes.words}>
            <span className={classes.name}>{email}</span>
            <span className={classes.detail}>
              {[custom_role?.name ?? t(`role.${role}`), company?.name].filter(Boolean).join(' · ')}
            </span>
          </div>
          <span className={classes.detail}>
            {t(status === 'expired' ? 'invite.expired' : 'invite.expires', {
              date: formatDate(expires_at, language),
            })}
          </span>
          <IconButton
            label={t('invite.resend', { email })}
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
            onClick={() =>
              withdraw.mutate(id, {
                onSuccess: () => void notify(t('invite.revoked')),
                onError: (error) => notifyProblem(error, t),
              })
            }
          >
            <IconTrash size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
