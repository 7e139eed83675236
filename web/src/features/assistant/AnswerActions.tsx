import { Button, Textarea } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { Answer, RatingValue } from '@/api/types'
import { CopyButton } from '@/components/CopyButton'
import { IconButton } from '@/components/IconButton'
import { IconRetry, IconThumbDown, IconThumbUp } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useRateAnswer } from './api'
import { HandOver } from './HandOver'
import classes from './AnswerActions.module.css'

interface AnswerActionsProps {
  answer: Answer
  onRetry: (() => void) | undefined
}

export function AnswerActions({ answer, onRetry }: AnswerActionsProps) {
  const { t } = useTranslation()
  const [commenting, setCommenting] = useState(false)
  const rate = useRateAnswer(answer)
  const value = answer.rating?.value

  function choose(next: RatingValue): void {
    rate.mutate({ value: next }, { onError: (error) => notifyProblem(error, t) })
    setCommenting(next === 'down')
  }

  function comment(text: string): void {
    setCommenting(false)
    if (text === '') return
    rate.mutate(
      { value: 'down', comment: text },
      { onSuccess: () => void notify(t('rating.thanks')), onError: (e) => notifyProblem(e, t) },
    )
  }

  return (
    <div className={classes.actions}>
      <CopyButton text={answer.text} label={t('answer.copy')} />
      <IconButton
        label={t('rating.up')}
        aria-pressed={value === 'up'}
        className={classes.rating}
        onClick={() => choose('up')}
      >
        <IconThumbUp size={16} />
      </IconButton>
      <IconButton
        label={t('rating.down')}
        aria-pressed={value === 'down'}
        className={classes.rating}
        onClick={() => choose('down')}
      >
        <IconThumbDown size={16} />
      </IconButton>
      {onRetry && (
        <IconButton label={t('answer.retry')} onClick={onRetry}>
          <IconRetry size={16} />
        </IconButton>
      )}
      {answer.status === 'answered' && <HandOver answer={answer} />}
      {commenting && <CommentForm onSend={comment} />}
    </div>
  )
}

function CommentForm({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    onSend(text.trim())
  }

  return (
    <form className={classes.comment} onSubmit={submit}>
      <Textarea
        label={t('rating.comment')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs">
          {t('rating.send')}
        </Button>
        <Button variant="subtle" color="gray" size="xs" onClick={() => onSend('')}>
          {t('rating.skip')}
        </Button>
      </div>
    </form>
  )
}
