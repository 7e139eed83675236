import { Button, Group, PasswordInput, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useChangeConnection, useDiscovery, type Connection } from './api'
import classes from './Sso.module.css'

/** An OpenID provider's address and our client there. */
export function OidcForm({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const [issuer, setIssuer] = useState(connection.issuer)
  const [clientId, setClientId] = useState(connection.client_id)
  const [secret, setSecret] = useState('')
  const save = useChangeConnection(connection.id)
  const discovery = useDiscovery()
  const fields = isProblem(save.error) ? save.error.fields : {}

  function check(): void {
    discovery.mutate(issuer.trim(), { onSuccess: (found) => setIssuer(found.issuer) })
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const given = { issuer: issuer.trim(), client_id: clientId.trim() }
    const change = secret === '' ? given : { ...given, client_secret: secret }
    save.mutate(change, {
      onSuccess: () => {
        setSecret('')
        notify(t('common.saved'))
      },
    })
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {save.isError && <ProblemNotice error={save.error} />}
      <TextInput
        label={t('idp.issuer')}
        description={t('idp.issuerHint')}
        type="url"
        required
        withAsterisk={false}
        value={issuer}
        error={fields.issuer}
        onChange={(event) => setIssuer(event.currentTarget.value)}
      />
      {discovery.isError && <ProblemNotice error={discovery.error} />}
      {discovery.isSuccess && (
        <p className={classes.text} role="status">
          {t('idp.discovered')}
        </p>
      )}
      <TextInput
        label={t('idp.clientId')}
        required
        withAsterisk={false}
        maxLength={300}
        value={clientId}
        error={fields.client_id}
        onChange={(event) => setClientId(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('idp.clientSecret')}
        description={connection.has_secret ? t('idp.secretKept') : undefined}
        autoComplete="off"
        value={secret}
        error={fields.client_secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
      />
      <Group gap="xs">
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button
          variant="default"
          loading={discovery.isPending}
          disabled={issuer.trim() === ''}
          onClick={check}
        >
          {t('idp.checkIssuer')}
        </Button>
      </Group>
    </form>
  )
}
