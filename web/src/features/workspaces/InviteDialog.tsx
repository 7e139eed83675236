import { Button, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { companiesQuery } from '@/api/companies'
import { isProblem } from '@/api/problem'
import { rolesQuery } from '@/api/roles'
import type { Invitation, Language } from '@/api/types'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { useInvite } from './api'
import { chosenRole, isInCompany, ownRoles, ROLES } from './roles'

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [made, setMade] = useState<Invitation | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? t('invite.readyTitle') : t('invite.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {made ? (
        <Ready invitation={made} onAnother={() => setMade(null)} onClose={onClose} />
      ) : (
        <InviteForm onMade={setMade} onClose={onClose} />
      )}
    </Modal>
  )
}

interface InviteFormProps {
  onMade: (invitation: Invitation) => void
  onClose: () => void
}

function InviteForm({ onMade, onClose }: InviteFormProps) {
  const { t, language: own } = useTranslation()
  const companies = useQuery(companiesQuery)
  const roles = useQuery(rolesQuery)
  const custom = roles.data ?? []
  const [email, setEmail] = useState('')
  const [choice, setChoice] = useState('guest')
  const { role, custom_role_id } = chosenRole(choice, custom)
  const [company, setCompany] = useState('')
  const [language, setLanguage] = useState<Language>(own)
  const invite = useInvite()
  const fields = isProblem(invite.error) ? invite.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const forCompany = isInCompany(role) && company !== '' ? { company_id: company } : {}
    invite.mutate(
      { email: email.trim(), role, custom_role_id, language, ...forCompany },
      { onSuccess: onMade },
    )
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {invite.isError && <ProblemNotice error={invite.error} kept={t('invite.kept')} />}
        <TextInput
          label={t('field.email')}
          type="email"
          required
          withAsterisk={false}
          data-autofocus
          value={email}
          error={fields.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Radio.Group label={t('members.role')} value={choice} onChange={setChoice}>
          <Stack gap="xs" mt="xs">
            {ROLES.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`role.${value}`)}
                description={t(`invite.role.${value}`)}
              />
            ))}
            {ownRoles(custom).map(({ id, name, base, description }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={description || t('roles.basedOn', { role: t(`role.${base}`) })}
              />
            ))}
          </Stack>
        </Radio.Group>
        {isInCompany(role) && (
          <NativeSelect
            label={t('members.company')}
            description={t('invite.companyHint')}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
            data={[
              { value: '', label: t('members.noCompany') },
              ...(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <NativeSelect
          label={t('invite.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={invite.isPending}>
          {t('invite.submit')}
        </Button>
      </Group>
    </form>
  )
}

interface ReadyProps {
  invitation: Invitation
  onAnother: () => void
  onClose: () => void
}

/** The link is shown this once: it is the only proof that the invited person will have. */
function Ready({ invitation, onAnother, onClose }: ReadyProps) {
  const { t, language } = useTranslation()
  const link = invitation.link ?? ''
  return (
    <Stack>
      <p>
        {t('invite.readyText', {
          email: invitation.email,
          date: formatDate(invitation.expires_at, language),
        })}
      </p>
      <TextInput
        label={t('invite.link')}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<CopyButton text={link} label={t('invite.copy')} />}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAnother}>
          {t('invite.another')}
        </Button>
        <Button onClick={onClose}>{t('invite.done')}</Button>
      </Group>
    </Stack>
  )
}
