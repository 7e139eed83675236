import { Box, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { isAbort } from '@/api/problem'
import { IconUpload } from '@/components/icons'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation, type MessageKey } from '@/i18n'
import { MOST_BYTES, useImportConversations } from './importing'
import { ImportReport } from './ImportReport'
import classes from './Import.module.css'

/** Another assistant's export: chosen, sent, and told what became of it. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const [part, setPart] = useState(0)
  const sending = useRef<AbortController | null>(null)
  const run = useImportConversations()
  const tooLarge = file !== null && file.size > MOST_BYTES

  useEffect(() => () => sending.current?.abort(), [])

  function choose(chosen: File | null): void {
    run.reset()
    setFile(chosen)
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!file || tooLarge) return
    sending.current = new AbortController()
    setPart(0)
    run.mutate({ file, onProgress: setPart, signal: sending.current.signal })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('imports.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {run.isSuccess ? (
        <ImportReport report={run.data} onClose={onClose} onAnother={() => choose(null)} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('imports.text')}
            </Text>
            <Chooser file={file} disabled={run.isPending} onChoose={choose} />
            {tooLarge && (
              <div role="alert" className={classes.refused}>
                <strong>{t('imports.tooLarge')}</strong>
                <p>{t('imports.tooLargeHint')}</p>
              </div>
            )}
            {run.isPending && <Sending part={part} />}
            {run.isError && !isAbort(run.error) && (
              <ProblemNotice error={run.error} kept={t('imports.kept')} />
            )}
            <Box>
              <Where about="imports.where.chatgpt" steps={CHATGPT} />
              <Where about="imports.where.openwebui" steps={OPENWEBUI} />
            </Box>
          </Stack>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!file || tooLarge} loading={run.isPending}>
              {t('imports.start')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  )
}

interface ChooserProps {
  file: File | null
  disabled: boolean
  onChoose: (file: File | null) => void
}

/** The field covers the whole area unseen: a browser's own takes clicks, keys and dropped files. */
function Chooser({ file, disabled, onChoose }: ChooserProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={classes.area} data-disabled={disabled || undefined}>
      <input
        id={id}
        type="file"
        className={classes.field}
        accept=".zip,.json,application/zip,application/json"
        aria-label={t('imports.file')}
        aria-describedby={`${id}-chosen ${id}-hint`}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <IconUpload size={24} aria-hidden />
      <span id={`${id}-chosen`} className={classes.chosen}>
        {file?.name ?? t('imports.choose')}
      </span>
      <span id={`${id}-hint`} className={classes.hint}>
        {t('imports.hint')}
      </span>
    </div>
  )
}

function Sending({ part }: { part: number }) {
  const { t } = useTranslation()
  const words = t(part < 1 ? 'imports.sending' : 'imports.reading')
  return (
    <div>
      <p role="status" className={classes.state}>
        {words}
      </p>
      <Progress value={part * 100} animated={part >= 1} aria-label={words} />
    </div>
  )
}

const CHATGPT: MessageKey[] = [
  'imports.chatgpt.1',
  'imports.chatgpt.2',
  'imports.chatgpt.3',
  'imports.chatgpt.4',
]
const OPENWEBUI: MessageKey[] = [
  'imports.openwebui.1',
  'imports.openwebui.2',
  'imports.openwebui.3',
]

function Where({ about, steps }: { about: MessageKey; steps: MessageKey[] }) {
  const { t } = useTranslation()
  return (
    <details className={classes.where}>
      <summary>{t(about)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </details>
  )
}
