import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import type { Embeddings, EmbeddingsKind } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useChoose, useTestChoice } from './api'
import { ChangeDialog } from './ChangeDialog'
import { draftOf, isChanged, isComplete, requestOf, type Draft } from './draft'
import { KeyField } from './KeyField'
import { consequenceOf } from './situation'
import { TrialResult } from './TrialResult'
import { builtinFacts } from './words'
import classes from './Meaning.module.css'

/** Chooses the model; a change that reads all passages again is confirmed first. */
export function ChoiceForm({ embeddings }: { embeddings: Embeddings }) {
  const { t } = useTranslation()
  const { choice } = embeddings
  const [draft, setDraft] = useState(() => draftOf(choice))
  const [asking, setAsking] = useState(false)
  const save = useChoose()
  const test = useTestChoice()
  const request = requestOf(draft)
  const consequence = consequenceOf(request, embeddings)
  const tried = JSON.stringify(test.variables) === JSON.stringify(request)
  const refused = save.error ?? (tried ? test.error : null)

  function change(changes: Partial<Draft>): void {
    setDraft((now) => ({ ...now, ...changes }))
    save.reset()
  }

  function send(): void {
    save.mutate(request, {
      onSuccess: ({ choice: stored }) => {
        setDraft(draftOf(stored))
        test.reset()
        notify(t('common.saved'))
      },
      onSettled: () => setAsking(false),
    })
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (consequence === 'none') send()
    else setAsking(true)
  }

  return (
    <section aria-labelledby="meaning-choose">
      <h2 id="meaning-choose" className={classes.heading}>
        {t('meaning.choose')}
      </h2>
      <form onSubmit={submit}>
        <Stack>
          <Kinds
            value={draft.kind}
            builtin={embeddings.builtin}
            onChange={(kind) => change({ kind })}
          />
          {draft.kind === 'endpoint' && (
            <Endpoint
              draft={draft}
              stored={choice.kind === 'endpoint' && choice.key_set}
              errors={isProblem(refused) ? refused.fields : {}}
              onChange={change}
            />
          )}
          {save.isError && <ProblemNotice error={save.error} kept={t('models.kept')} />}
          {draft.kind !== 'off' && tried && <TrialResult test={test} kind={draft.kind} />}
          <Group gap="xs">
            <Button
              type="submit"
              disabled={!isComplete(request) || !isChanged(request, choice)}
              loading={save.isPending}
            >
              {t('common.save')}
            </Button>
            {draft.kind !== 'off' && (
              <Button
                variant="default"
                disabled={!isComplete(request)}
                loading={test.isPending}
                onClick={() => test.mutate(request)}
              >
                {t('models.test')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {asking && consequence !== 'none' && (
        <ChangeDialog
          consequence={consequence}
          request={request}
          embeddings={embeddings}
          busy={save.isPending}
          onConfirm={send}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

interface KindsProps {
  value: EmbeddingsKind
  builtin: Embeddings['builtin']
  onChange: (kind: EmbeddingsKind) => void
}

function Kinds({ value, builtin, onChange }: KindsProps) {
  const { t, language } = useTranslation()
  const hints: Record<EmbeddingsKind, string> = {
    default: t('meaning.defaultHint'),
    builtin: builtin.available ? builtinFacts(builtin, t, language) : t('meaning.builtinMissing'),
    endpoint: t('meaning.endpointHint'),
    off: t('meaning.offHint'),
  }
  return (
    <Radio.Group aria-labelledby="meaning-choose" value={value} onChange={(kind) => onChange(kind)}>
      <Stack gap="sm">
        {(Object.keys(hints) as EmbeddingsKind[]).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={t(`meaning.${kind}`)}
            description={hints[kind]}
            disabled={kind === 'builtin' && !builtin.available && value !== 'builtin'}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

interface EndpointProps {
  draft: Draft
  stored: boolean
  errors: Record<string, string>
  onChange: (changes: Partial<Draft>) => void
}

function Endpoint({ draft, stored, errors, onChange }: EndpointProps) {
  const { t } = useTranslation()
  const required = { required: true, withAsterisk: false }
  return (
    <Stack className={classes.endpoint}>
      <TextInput
        {...required}
        label={t('models.baseUrl')}
        type="url"
        placeholder="https://api.example.com/v1"
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
      <KeyField
        stored={stored}
        value={draft.key}
        error={errors.api_key}
        onChange={(key) => onChange({ key })}
      />
      <p className={classes.note}>{t('meaning.sent')}</p>
    </Stack>
  )
}
