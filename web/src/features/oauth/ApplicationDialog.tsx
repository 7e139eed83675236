import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { IDENTITY, SCOPES, scopeKey, type Application } from './api'
import classes from './Oauth.module.css'

/** A server's, which keeps a secret; a desktop's or phone's; one that acts for itself. */
const KINDS = ['server', 'public', 'machine'] as const
type Kind = (typeof KINDS)[number]

function kindOf(existing: Application | null): Kind {
  if (existing?.machine) return 'machine'
  return existing?.confidential === false ? 'public' : 'server'
}

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
  const [kind, setKind] = useState<Kind>(kindOf(existing))
  const [enabled, setEnabled] = useState(existing?.enabled ?? true)
  const machine = kind === 'machine'
  const offered = SCOPES.filter((scope) => !machine || !IDENTITY.includes(scope))
  const chosen = offered.filter((scope) => scopes.includes(scope))
  const save = useMutation({
    mutationFn: () => {
      const redirect_uris = redirects
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const body = {
        name: name.trim(),
        redirect_uris: machine ? [] : redirect_uris,
        scopes: chosen,
      }
      return existing
        ? api.put<Application>(`/oauth/applications/${existing.id}`, { ...body, enabled })
        : api.post<Application>('/oauth/applications', {
            ...body,
            confidential: kind !== 'public',
            machine,
          })
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
          {!existing && (
            <NativeSelect
              label={t('apps.kind')}
              value={kind}
              onChange={(event) =>
                setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'server')
              }
              data={KINDS.map((value) => ({ value, label: t(`apps.kind.${value}`) }))}
            />
          )}
          {machine ? (
            <Text size="sm">{t('apps.machineText')}</Text>
          ) : (
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
          )}
          <Checkbox.Group
            label={t(machine ? 'keys.scopes' : 'apps.scopes')}
            value={chosen}
            onChange={setScopes}
          >
            <div className={classes.scopes}>
              {offered.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(scopeKey(scope))} />
              ))}
            </div>
          </Checkbox.Group>
          {existing && (
            <Switch
              label={t('apps.enabled')}
              checked={enabled}
              onChange={(event) => setEnabled(event.currentTarget.checked)}
            />
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={chosen.length === 0} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
