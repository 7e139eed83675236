import { Button, Menu, Textarea } from '@mantine/core'
import { Suspense, lazy, useState, type SubmitEvent } from 'react'
import type { Answer, RatingValue } from '@/api/types'
import { CopyButton } from '@/components/CopyButton'
import { IconButton } from '@/components/IconButton'
import { IconRetry, IconThumbDown, IconThumbUp } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useRateAnswer } from './api'
import { HandOver } from './HandOver'
import type { Ask } from './useAsk'
import classes from './AnswerActions.module.css'

const AnewMenu = lazy(() => import('./branches/AnewMenu'))
const ReadAloud = lazy(() => import('./voice/ReadAloud'))

interface AnswerActionsProps {
  answer: Answer
  /** None where it can't be answered anew. */
  onAsk: Ask | undefined
}

export function AnswerActions({ answer, onAsk }: AnswerActionsProps) {
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
      {'speechSynthesis' in window && (
        <Suspense>
          <ReadAloud answer={answer} />
        </Suspense>
      )}
      {answer.status !== 'imported' && <Ratings value={value} onChoose={choose} />}
      {onAsk && answer.status !== 'imported' && <Anew answer={answer} onAsk={onAsk} />}
      {answer.status === 'answered' && <HandOver answer={answer} />}
      {commenting && <CommentForm onSend={comment} />}
    </div>
  )
}

interface AnewProps {
  answer: Answer
  onAsk: Ask
}

/** Answering anew, beside this answer: its ways are fetched when they are asked for. */
function Anew({ answer, onAsk }: AnewProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" withinPortal>
      <Menu.Target>
        <IconButton label={t('answer.anew')}>
          <IconRetry size={16} />
        </IconButton>
      </Menu.Target>
      <Suspense>{opened && <AnewMenu answer={answer} onAsk={onAsk} />}</Suspense>
    </Menu>
  )
}

interface RatingsProps {
  value: RatingValue | undefined
  onChoose: (value: RatingValue) => void
}

function Ratings({ value, onChoose }: RatingsProps) {
  const { t } = useTranslation()
  return (
    <>
      <IconButton
        label={t('rating.up')}
        aria-pressed={value === 'up'}
        className={classes.rating}
        onClick={() => onChoose('up')}
      >
        <IconThumbUp size={16} />
      </IconButton>
      <IconButton
        label={t('rating.down')}
        aria-pressed={value === 'down'}
        className={classes.rating}
        onClick={() => onChoose('down')}
      >
        <IconThumbDown size={16} />
      </IconButton>
    </>
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
