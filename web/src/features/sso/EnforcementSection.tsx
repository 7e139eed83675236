import { Button, Checkbox, Group, Skeleton, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { enforcementQuery, useEnforce, type Enforcement } from './api'
import classes from './Sso.module.css'

/** Whether the identity provider is the only way in, and who is exempt for the day it fails. */
export function EnforcementSection() {
  const { t } = useTranslation()
  const enforcement = useQuery(enforcementQuery)
  return (
    <section className={classes.section} aria-labelledby="sso-enforcement">
      <h2 id="sso-enforcement" className={classes.heading}>
        {t('idp.enforcement')}
      </h2>
      <p className={classes.text}>{t('idp.enforcementText')}</p>
      {enforcement.isPending && <Skeleton height={48} radius="md" />}
      {enforcement.isError && (
        <ProblemNotice error={enforcement.error} onRetry={() => void enforcement.refetch()} />
      )}
      {enforcement.data && (
        <EnforcementForm key={String(enforcement.dataUpdatedAt)} now={enforcement.data} />
      )}
    </section>
  )
}

function EnforcementForm({ now }: { now: Enforcement }) {
  const { t } = useTranslation()
  const [enforced, setEnforced] = useState(now.enforced)
  const [chosen, setChosen] = useState(now.break_glass)
  const enforce = useEnforce(() => void notify(t('common.saved')))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    enforce.mutate({ enforced, break_glass: chosen })
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {enforce.isError && <ProblemNotice error={enforce.error} />}
      <Switch
        label={t('idp.enforced')}
        checked={enforced}
        onChange={(event) => setEnforced(event.currentTarget.checked)}
      />
      <Checkbox.Group
        label={t('idp.breakGlass')}
        description={t('idp.breakGlassHint')}
        value={chosen}
        onChange={setChosen}
      >
        <Stack gap="xs" mt={8}>
          {now.candidates.map(({ id, name, email, has_password }) => (
            <Checkbox
              key={id}
              value={id}
              disabled={!has_password}
              label={name || email}
              description={has_password ? email : t('idp.noPassword', { email })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Button type="submit" loading={enforce.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}
