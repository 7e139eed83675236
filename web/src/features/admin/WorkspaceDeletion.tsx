import { Button, Group, Modal, NumberInput, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation, type MessageKey } from '@/i18n'
import { formatDate, formatDateTime, formatSize } from '@/i18n/format'
import classes from './Admin.module.css'
import own from './Workspace.module.css'
import { deletionQuery, useAskForDeletion, useKeepWorkspace, type Deletion } from './workspaceApi'

const COUNTED = ['members', 'companies', 'documents', 'conversations', 'trail'] as const

/** The end of the workspace: what it would take away, its day once it is set, and the way back. */
export function WorkspaceDeletion({ name }: { name: string }) {
  const { t } = useTranslation()
  const deletion = useQuery(deletionQuery)
  const [asking, setAsking] = useState(false)
  return (
    <section
      className={`${classes.part ?? ''} ${own.danger ?? ''}`}
      aria-labelledby="data-deletion"
    >
      <h2 id="data-deletion" className={classes.heading}>
        {t('data.deletion')}
      </h2>
      {deletion.isPending && <Skeleton height={120} radius="md" />}
      {deletion.isError && (
        <ProblemNotice error={deletion.error} onRetry={() => void deletion.refetch()} />
      )}
      {deletion.data?.closes_at && <Waiting deletion={deletion.data} />}
      {deletion.data && !deletion.data.closes_at && (
        <>
          <p className={classes.hint}>{t('data.deletionText')}</p>
          <Extent deletion={deletion.data} />
          <Group>
            <Button color="red.8" onClick={() => setAsking(true)}>
              {t('data.deletionOpen')}
            </Button>
          </Group>
        </>
      )}
      {asking && deletion.data && (
        <DeletionDialog name={name} deletion={deletion.data} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}

function Extent({ deletion }: { deletion: Deletion }) {
  const { t, language } = useTranslation()
  const format = new Intl.NumberFormat(language)
  return (
    <dl className={classes.figures} aria-label={t('data.extent')}>
      {COUNTED.map((kind) => (
        <div key={kind}>
          <dt>{t(`data.extent.${kind}` satisfies MessageKey)}</dt>
          <dd>{format.format(deletion.extent[kind])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('data.extent.bytes')}</dt>
        <dd>{formatSize(deletion.extent.bytes, language)}</dd>
      </div>
    </dl>
  )
}

function Waiting({ deletion }: { deletion: Deletion }) {
  const { t, language } = useTranslation()
  const keep = useKeepWorkspace()
  return (
    <>
      {keep.isError && <ProblemNotice error={keep.error} />}
      <div className={classes.notice} role="status">
        <p>
          <strong>
            {t('data.closing', { date: formatDateTime(deletion.closes_at ?? '', language) })}
          </strong>
        </p>
        {deletion.asked_at && (
          <p>
            {t('data.closingBy', {
              name: deletion.asked_by,
              date: formatDate(deletion.asked_at, language),
            })}
          </p>
        )}
        <p>{t('data.closingText')}</p>
      </div>
      <Group>
        <Button
          variant="default"
          loading={keep.isPending}
          onClick={() => keep.mutate(undefined, { onSuccess: () => void notify(t('data.kept')) })}
        >
          {t('data.keep')}
        </Button>
      </Group>
    </>
  )
}

interface DialogProps {
  name: string
  deletion: Deletion
  onClose: () => void
}

function DeletionDialog({ name, deletion, onClose }: DialogProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [days, setDays] = useState<number | string>(deletion.usual_days)
  const ask = useAskForDeletion()
  const confirmed = typed.trim() === name.trim() && typeof days === 'number'

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!confirmed) return
    ask.mutate(
      { name: typed, days },
      {
        onSuccess: () => {
          void notify(t('data.closes'))
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('data.deletionTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {ask.isError && <ProblemNotice error={ask.error} />}
          <Text size="sm">{t('data.deletionConsequences')}</Text>
          <Extent deletion={deletion} />
          <NumberInput
            label={t('data.days')}
            description={t('data.daysHint', {
              fewest: deletion.fewest_days,
              most: deletion.most_days,
            })}
            min={deletion.fewest_days}
            max={deletion.most_days}
            allowDecimal={false}
            clampBehavior="strict"
            value={days}
            onChange={setDays}
          />
          <TextInput
            label={t('data.deletionConfirm', { name })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red.8" disabled={!confirmed} loading={ask.isPending}>
            {t('data.deletionSubmit')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
