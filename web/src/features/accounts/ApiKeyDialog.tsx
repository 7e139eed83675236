import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import type { ApiKey, Permission } from '@/api/types'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import classes from './ApiKeys.module.css'

/** Days of validity offered; 0 stands for no limit. */
const VALIDITY = [30, 90, 365, 0]
/** What most scripts need: bring documents in, ask questions. */
const USUAL: Permission[] = ['documents.read', 'documents.manage', 'answers.ask']

interface ApiKeyDialogProps {
  grantable: Permission[]
  onCreated: () => void
  onClose: () => void
}

export function ApiKeyDialog({ grantable, onCreated, onClose }: ApiKeyDialogProps) {
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
  onCreated: (secret: string) => void
  onClose: () => void
}

function KeyForm({ grantable, onCreated, onClose }: KeyFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(USUAL.filter((one) => grantable.includes(one)))
  const [days, setDays] = useState(90)
  const create = useMutation({
    mutationFn: () =>
      api.post<ApiKey>('/api-keys', {
        name: name.trim(),
        scopes,
        expires_at: days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : null,
      }),
    onSuccess: ({ key }) => onCreated(key ?? ''),
  })
  const fields = isProblem(create.error) ? create.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    create.mutate()
  }

  function validity(value: number): string {
    if (value === 0) return t('keys.never')
    return value === 365 ? t('keys.oneYear') : t('keys.days', { count: value })
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
        <NativeSelect
          label={t('keys.expiry')}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={VALIDITY.map((value) => ({ value: String(value), label: validity(value) }))}
        />
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

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Text size="sm">{t('keys.onceText')}</Text>
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <code className={classes.secret}>{secret}</code>
        <CopyButton text={secret} label={t('common.copy')} />
      </Group>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('keys.done')}</Button>
      </Group>
    </Stack>
  )
}
