import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import type { ModelDraft, ModelEndpoint, ModelProvider } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useSaveModel, useTestModel } from './api'
import { TestResult } from './TestResult'
import classes from './Models.module.css'

/** Where each provider usually answers; the person may write another address. */
const ADDRESSES: Record<ModelProvider, string> = {
  mistral: 'https://api.mistral.ai/v1',
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  ollama: 'http://127.0.0.1:11434',
}
const PROVIDERS: ModelProvider[] = ['mistral', 'ollama', 'openai', 'anthropic']

interface ModelDialogProps {
  /** Null to add one. */
  model: ModelEndpoint | null
  onClose: () => void
}

function draftOf(model: ModelEndpoint | null): ModelDraft {
  if (!model) {
    return {
      name: '',
      provider: 'mistral',
      base_url: ADDRESSES.mistral,
      model: '',
      enabled: true,
      timeout_s: 30,
      redact: true,
    }
  }
  const { name, provider, base_url, model: modelName, enabled, timeout_s, redact } = model
  return { name, provider, base_url, model: modelName, enabled, timeout_s, redact }
}

export function ModelDialog({ model, onClose }: ModelDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(model))
  const [key, setKey] = useState('')
  const save = useSaveModel(model?.id ?? null)
  const test = useTestModel()
  const change = (changes: Partial<ModelDraft>) => setDraft((now) => ({ ...now, ...changes }))
  const complete: ModelDraft = key.trim() === '' ? draft : { ...draft, api_key: key.trim() }

  function chooseProvider(provider: ModelProvider): void {
    const usual = Object.values(ADDRESSES).includes(draft.base_url) || draft.base_url === ''
    change(usual ? { provider, base_url: ADDRESSES[provider] } : { provider })
  }

  function tryOut(): void {
    // A name is for people: trying needs none.
    const named = { ...complete, name: complete.name || complete.model }
    test.mutate(model ? { ...named, id: model.id } : named)
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate(complete, {
      onSuccess: () => {
        notify(t('common.saved'))
        onClose()
      },
    })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={model ? t('models.editTitle', { name: model.name }) : t('models.addTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={classes.form} onSubmit={submit}>
        <Stack>
          {save.isError && <ProblemNotice error={save.error} kept={t('models.kept')} />}
          <Fields
            draft={draft}
            errors={isProblem(save.error) ? save.error.fields : {}}
            onChange={change}
            onProvider={chooseProvider}
          />
          <PasswordInput
            label={t('models.key')}
            description={model?.has_key ? t('models.keyKept') : undefined}
            autoComplete="off"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
          />
          <Switch
            label={t('models.redact')}
            description={t('models.redactHint')}
            checked={draft.redact}
            onChange={(event) => change({ redact: event.currentTarget.checked })}
          />
          <Switch
            label={t('models.enabled')}
            checked={draft.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
          <TestResult test={test} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button
            variant="default"
            mr="auto"
            loading={test.isPending}
            disabled={draft.model === ''}
            onClick={() => tryOut()}
          >
            {t('models.test')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface FieldsProps {
  draft: ModelDraft
  errors: Record<string, string>
  onChange: (changes: Partial<ModelDraft>) => void
  onProvider: (provider: ModelProvider) => void
}

function Fields({ draft, errors, onChange, onProvider }: FieldsProps) {
  const { t } = useTranslation()
  const required = { required: true, withAsterisk: false }
  return (
    <>
      <TextInput
        {...required}
        label={t('models.name')}
        data-autofocus
        maxLength={100}
        value={draft.name}
        error={errors.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('models.provider')}
        value={draft.provider}
        onChange={(event) => onProvider(event.currentTarget.value as ModelProvider)}
        data={PROVIDERS.map((value) => ({ value, label: t(`provider.${value}`) }))}
      />
      <TextInput
        {...required}
        label={t('models.baseUrl')}
        type="url"
        value={draft.base_url}
        error={errors.base_url}
        onChange={(event) => onChange({ base_url: event.currentTarget.value })}
      />
      <TextInput
        {...required}
        label={t('models.model')}
        description={t('models.modelHint')}
        value={draft.model}
        error={errors.model}
        onChange={(event) => onChange({ model: event.currentTarget.value })}
      />
      <NumberInput
        label={t('models.timeout')}
        min={1}
        max={600}
        allowDecimal={false}
        hideControls
        value={draft.timeout_s}
        error={errors.timeout_s}
        onChange={(value) => onChange({ timeout_s: Number(value) })}
      />
    </>
  )
}
