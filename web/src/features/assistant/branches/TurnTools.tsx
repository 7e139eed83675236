import { Button, Group, Textarea } from '@mantine/core'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import type { Answer } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { IconChevronDown, IconEdit } from '@/components/icons'
import { useTranslation } from '@/i18n'
import type { SourcePlace } from '../AssistantScreen'
import type { Ask } from '../useAsk'
import type { Branch, Fork } from './branches'
import classes from './Branches.module.css'

const CompareDialog = lazy(() => import('./CompareDialog'))

interface TurnToolsProps {
  answer: Answer
  branch: Branch
  canAsk: boolean
  onShow: (after: string, id: string) => void
  onAsk: Ask
  onOpen: (place: SourcePlace) => void
}

/** Below a question: asking it in other words, and going through its alternatives. */
export default function TurnTools(props: TurnToolsProps) {
  const { answer, branch, canAsk, onShow, onAsk, onOpen } = props
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const fork = branch.forks.get(answer.id)
  if (!canAsk && !fork) return null
  if (editing) {
    return (
      <Editor
        question={answer.question}
        onClose={() => setEditing(false)}
        onAsk={(question) => {
          setEditing(false)
          onAsk(question, { instead_of: answer.id })
        }}
      />
    )
  }
  return (
    <div className={classes.tools}>
      {canAsk && (
        <IconButton label={t('branches.edit')} onClick={() => setEditing(true)}>
          <IconEdit size={16} />
        </IconButton>
      )}
      {fork && <Alternatives fork={fork} onShow={onShow} onOpen={onOpen} />}
    </div>
  )
}

interface AlternativesProps {
  fork: Fork
  onShow: (after: string, id: string) => void
  onOpen: (place: SourcePlace) => void
}

function Alternatives({ fork, onShow, onOpen }: AlternativesProps) {
  const { t } = useTranslation()
  const [comparing, setComparing] = useState(false)
  const { after, answers, at } = fork
  const go = (to: number) => () => {
    const wanted = answers[to]
    if (wanted) onShow(after, wanted.id)
  }
  return (
    <div role="group" aria-label={t('branches.alternatives')} className={classes.alternatives}>
      <IconButton label={t('branches.before')} disabled={at === 0} onClick={go(at - 1)}>
        <IconChevronDown size={16} className={classes.before} />
      </IconButton>
      <span className={classes.count}>
        {t('branches.place', { place: at + 1, count: answers.length })}
      </span>
      <IconButton
        label={t('branches.next')}
        disabled={at === answers.length - 1}
        onClick={go(at + 1)}
      >
        <IconChevronDown size={16} className={classes.next} />
      </IconButton>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setComparing(true)}>
        {t('branches.compare')}
      </Button>
      {comparing && (
        <Suspense>
          <CompareDialog
            fork={fork}
            onShow={onShow}
            onOpen={onOpen}
            onClose={() => setComparing(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

interface EditorProps {
  question: string
  onAsk: (question: string) => void
  onClose: () => void
}

/** Longer than any question; the server refuses more. */
const LONGEST = 4000

function Editor({ question, onAsk, onClose }: EditorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(question)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onAsk(text.trim())
      }}
    >
      <Textarea
        ref={field}
        label={t('branches.words')}
        description={t('branches.wordsHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          {t('branches.ask')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  )
}
