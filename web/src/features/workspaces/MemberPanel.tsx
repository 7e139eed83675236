import { Button, NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import type { Member, MemberChange } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { ProblemNotice } from '@/components/ProblemNotice'
import { SidePanel } from '@/components/SidePanel'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { useChangeMember, useEndSessions, useResetFactors } from './api'
import { LimitsDialog } from './LimitsDialog'
import { chosenRole, isInCompany, nameOf, roleOf, roleOptions } from './roles'
import classes from './Rows.module.css'

interface MemberPanelProps {
  member: Member
  own: boolean
  canManage: boolean
  canResetFactors: boolean
  onClose: () => void
  /** Shows what the member can see. */
  onAccess: () => void
  onPreview: () => void
}

/** One member: where they stand, what can be done about it, and about the ways they sign in. */
export function MemberPanel(props: MemberPanelProps) {
  const { own, canManage, onClose } = props
  const [member, setMember] = useState(props.member)
  const change = useChangeMember()
  const { t } = useTranslation()

  function apply(changes: MemberChange, said: string): void {
    change.mutate(
      { id: member.id, changes },
      {
        onSuccess: (now) => {
          // The answer of a change doesn't say who has a second factor.
          setMember({ ...now, second_factor: member.second_factor ?? null })
          notify(said)
        },
      },
    )
  }

  return (
    <SidePanel title={nameOf(member)} onClose={onClose}>
      <Stack p="md" gap="lg">
        {change.isError && <ProblemNotice error={change.error} />}
        <Facts member={member} />
        {canManage && !own && member.active && (
          <Place
            member={member}
            onChange={(changes) => apply(changes, t('members.saved'))}
            onSaved={setMember}
          />
        )}
        {canManage && (
          <section className={classes.acts} aria-label={t('members.access')}>
            <Button variant="default" onClick={props.onAccess}>
              {t('access.seen')}
            </Button>
            {member.active && isInCompany(member.role) && (
              <Button variant="default" onClick={props.onPreview}>
                {t('preview.start')}
              </Button>
            )}
          </section>
        )}
        {!own && <SignIn {...props} member={member} onActive={apply} />}
      </Stack>
    </SidePanel>
  )
}

function Facts({ member }: { member: Member }) {
  const { t, language } = useTranslation()
  const { second_factor: factor, last_seen_at: seen } = member
  const facts = [
    [t('field.email'), member.user.email],
    [t('members.role'), roleOf(member, t)],
    [t('members.company'), member.company?.name ?? '–'],
    [t('members.state'), t(member.active ? 'members.active' : 'members.inactive')],
    [t('members.from'), t(`members.source.${member.source}`)],
    [t('members.since'), formatDate(member.created_at, language)],
    [t('members.seen'), seen ? formatAgo(seen, language) : t('members.neverSeen')],
  ]
  if (factor !== null && factor !== undefined) {
    facts.push([t('members.factor'), t(factor ? 'members.yes' : 'members.no')])
  }
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PlaceProps {
  member: Member
  onChange: (changes: MemberChange) => void
  onSaved: (member: Member) => void
}

function Place({ member, onChange, onSaved }: PlaceProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  const roles = useQuery(rolesQuery)
  const [wanted, setWanted] = useState<string | null>(null)
  const [limiting, setLimiting] = useState(false)
  const custom = roles.data ?? []
  const name = nameOf(member)
  const choice = wanted ?? member.custom_role?.id ?? member.role
  const chosen = chosenRole(choice, custom)

  function choose(value: string): void {
    const next = chosenRole(value, custom)
    // A client's person without a company yet: that is asked for first.
    const missing = isInCompany(next.role) && !member.company
    setWanted(missing ? value : null)
    if (!missing) onChange(next)
  }

  return (
    <section className={classes.acts} aria-label={t('members.place')}>
      <NativeSelect
        label={t('members.role')}
        aria-label={t('members.roleOf', { name })}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value)}
        data={roleOptions(t, custom)}
      />
      {isInCompany(chosen.role) && (
        <NativeSelect
          label={t('members.company')}
          aria-label={t('members.companyOf', { name })}
          value={member.company?.id ?? ''}
          onChange={(event) => {
            const company_id = event.currentTarget.value
            if (company_id) onChange(wanted ? { ...chosen, company_id } : { company_id })
            setWanted(null)
          }}
          data={[
            ...(member.company ? [] : [{ value: '', label: t('many.choose') }]),
            ...(companies.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      )}
      {member.role === 'agent' && (
        <Button variant="default" onClick={() => setLimiting(true)}>
          {t('limits.open')}
        </Button>
      )}
      {limiting && (
        <LimitsDialog member={member} onSaved={onSaved} onClose={() => setLimiting(false)} />
      )}
    </section>
  )
}

type Act = 'deactivate' | 'sessions' | 'factors'

interface SignInProps extends MemberPanelProps {
  onActive: (changes: MemberChange, said: string) => void
}

function SignIn({ member, canManage, canResetFactors, onActive }: SignInProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Act | null>(null)
  const sessions = useEndSessions()
  const factors = useResetFactors()
  const name = nameOf(member)

  function act(chosen: Act): void {
    setAsking(null)
    if (chosen === 'deactivate') {
      onActive({ active: false }, t('members.deactivated', { name }))
      return
    }
    const done = { onSuccess: () => void notify(t(`members.${chosen}Done`, { name })) }
    if (chosen === 'sessions') sessions.mutate(member.id, done)
    else factors.mutate(member.id, done)
  }

  return (
    <section className={classes.acts} aria-label={t('members.signIn')}>
      {sessions.isError && <ProblemNotice error={sessions.error} />}
      {factors.isError && <ProblemNotice error={factors.error} />}
      {canManage && (
        <Button
          variant="default"
          loading={sessions.isPending}
          onClick={() => setAsking('sessions')}
        >
          {t('members.sessions')}
        </Button>
      )}
      {canResetFactors && member.second_factor && (
        <Button variant="default" loading={factors.isPending} onClick={() => setAsking('factors')}>
          {t('members.factors')}
        </Button>
      )}
      {canManage && member.active && (
        <Button variant="default" c="var(--n-danger)" onClick={() => setAsking('deactivate')}>
          {t('members.deactivate')}
        </Button>
      )}
      {canManage && !member.active && (
        <Button
          variant="default"
          onClick={() => onActive({ active: true }, t('members.activated', { name }))}
        >
          {t('members.activate')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t(`members.${asking}Title`, { name })}
          text={t(`members.${asking}Text`)}
          confirm={t(asking === 'deactivate' ? 'members.deactivate' : `members.${asking}`)}
          danger
          onClose={() => setAsking(null)}
          onConfirm={() => act(asking)}
        />
      )}
    </section>
  )
}
