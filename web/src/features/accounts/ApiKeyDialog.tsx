import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import type { ApiKey, Permission } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { endOf, validities } from './api-keys'
import { ExpirySelect, Secret } from './ApiKeyParts'
import classes from './ApiKeys.module.css'

/** What most scripts need: bring documents in, ask questions. */
const USUAL: Permission[] = ['documents.read', 'documents.manage', 'answers.ask']

interface ApiKeyDialogProps {
  grantable: Permission[]
  /** The most days that a key may live here. */
  longest: number | null
  onCreated: () => void
  onClose: () => void
}

export function ApiKeyDialog({ grantable, longest, onCreated, onClose }: ApiKeyDialogProps) {
  const { t } = useTranslation()
  const [secret, setSecret] = useState<string | null>(null)
  const shown = secret !== null
  return (
    <Modal
      opened
      onClose={onClose}
      title={shown ? t('keys.onceTitle') : t('keys.create')}
      // A key that is shown once is not lost to a stray click.
      closeOnClickOutside={!shown}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secret !== null ? (
        <Secret secret={secret} onClose={onClose} />
      ) : (
        <KeyForm
          grantable={grantable}
          longest={longest}
          onClose={onClose}
          onCreated={(key) => {
            setSecret(key)
            onCreated()
          }}
        />
      )}
    </Modal>
  )
}

interface KeyFormProps {
  grantable: Permission[]
  longest: number | null
  onCreated: (secret: string) => void
  onClose: () => void
}

function KeyForm({ grantable, longest, onCreated, onClose }: KeyFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(USUAL.filter((one) => grantable.includes(one)))
  const offered = validities(longest)
  const [days, setDays] = useState(offered.includes(90) ? 90 : (offered.at(-1) ?? 0))
  const create = useMutation({
    mutationFn: () =>
      api.post<ApiKey>('/api-keys', {
        name: name.trim(),
        scopes,
        expires_at: endOf(days),
      }),
    onSuccess: ({ key }) => onCreated(key ?? ''),
  })
  const fields = isProblem(create.error) ? create.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    create.mutate()
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {create.isError && <ProblemNotice error={create.error} />}
        <TextInput
          label={t('keys.name')}
          placeholder={t('keys.namePlaceholder')}
          required
          withAsterisk={false}
          maxLength={200}
          data-autofocus
          value={name}
          error={fields.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('keys.scopes')} value={scopes} onChange={setScopes}>
          <div className={classes.scopes}>
            {grantable.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <ExpirySelect longest={longest} days={days} onChange={setDays} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={scopes.length === 0} loading={create.isPending}>
          {t('keys.create')}
        </Button>
      </Group>
    </form>
  )
}
