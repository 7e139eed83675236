import { Button, Textarea } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { Answer } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconCheck, IconHandover } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useHandOver } from './api'
import classes from './HandOver.module.css'

interface HandOverProps {
  answer: Answer
  /** The main way on, not one action among others. */
  prominent?: boolean
}

/** Passes the question to a person and says what happens then. */
export function HandOver({ answer, prominent = false }: HandOverProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const request = useHandOver(answer)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    request.mutate(note.trim(), { onSuccess: () => setOpen(false) })
  }

  if (answer.handover) {
    return (
      <p className={classes.done} role="status">
        <IconCheck size={16} aria-hidden />
        <span>
          <strong>{t('handover.doneTitle')}</strong> {t('handover.doneText')}
        </span>
      </p>
    )
  }
  if (!open) {
    return (
      <Button
        variant={prominent ? 'filled' : 'subtle'}
        color={prominent ? undefined : 'gray'}
        size={prominent ? 'sm' : 'compact-sm'}
        leftSection={<IconHandover size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('handover.action')}
      </Button>
    )
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {request.isError && <ProblemNotice error={request.error} kept={t('handover.kept')} />}
      <Textarea
        label={t('handover.note')}
        description={t('handover.noteHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={request.isPending}>
          {t('handover.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
