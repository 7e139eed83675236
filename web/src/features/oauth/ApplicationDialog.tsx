import { Button, Checkbox, Group, Modal, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { SCOPES, scopeKey, type Application } from './api'
import classes from './Oauth.module.css'

interface ApplicationDialogProps {
  /** The application that is changed; a new one is registered otherwise. */
  existing: Application | null
  onSaved: (saved: Application) => void
  onClose: () => void
}

export function ApplicationDialog({ existing, onSaved, onClose }: ApplicationDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(existing?.name ?? '')
  const [redirects, setRedirects] = useState(existing?.redirect_uris.join('\n') ?? '')
  const [scopes, setScopes] = useState<string[]>(existing?.scopes ?? ['openid', 'profile', 'email'])
  const [confidential, setConfidential] = useState(existing?.confidential ?? true)
  const [enabled, setEnabled] = useState(existing?.enabled ?? true)
  const save = useMutation({
    mutationFn: () => {
      const redirect_uris = redirects
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const body = { name: name.trim(), redirect_uris, scopes }
      return existing
        ? api.put<Application>(`/oauth/applications/${existing.id}`, { ...body, enabled })
        : api.post<Application>('/oauth/applications', { ...body, confidential })
    },
    onSuccess: onSaved,
  })
  const fields = isProblem(save.error) ? save.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(existing ? 'apps.edit' : 'apps.register')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {save.isError && <ProblemNotice error={save.error} />}
          <TextInput
            label={t('apps.name')}
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            value={name}
            error={fields.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('apps.redirects')}
            description={t('apps.redirectsHint')}
            required
            withAsterisk={false}
            rows={3}
            value={redirects}
            error={fields.redirect_uris}
            onChange={(event) => setRedirects(event.currentTarget.value)}
          />
          <Checkbox.Group label={t('apps.scopes')} value={scopes} onChange={setScopes}>
            <div className={classes.scopes}>
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(scopeKey(scope))} />
              ))}
            </div>
          </Checkbox.Group>
          {existing ? (
            <Switch
              label={t('apps.enabled')}
              checked={enabled}
              onChange={(event) => setEnabled(event.currentTarget.checked)}
            />
          ) : (
            <Switch
              label={t('apps.kind')}
              description={t('apps.kindHint')}
              checked={confidential}
              onChange={(event) => setConfidential(event.currentTarget.checked)}
            />
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={scopes.length === 0} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
