import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { keepPunctuation } from '@/i18n/format'
import type { Waiting } from './store'
import { useOffline } from './useOffline'
import { useWaiting } from './useWaiting'
import { changeable, reword, withdraw } from './waiting'
import classes from './Waiting.module.css'

/** What was written in the conversation and has not been sent yet; at the start, what opens one. */
export default function WaitingHere({ conversationId }: { conversationId: string | null }) {
  const { t } = useTranslation()
  const heading = useId()
  const shown = useWaiting().filter((one) => one.conversation_id === conversationId)
  if (shown.length === 0) return null
  return (
    <section className={classes.waiting} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t('waiting.title', { count: shown.length })}
      </h2>
      <ul className={classes.list}>
        {shown.map((one) => (
          <WaitingItem key={one.id} waiting={one} />
        ))}
      </ul>
    </section>
  )
}

function WaitingItem({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const free = changeable(waiting)
  const tell = (done: boolean) => {
    if (!done) notify(t('waiting.left'))
  }
  if (editing) {
    return (
      <li className={classes.item}>
        <Editor
          before={waiting.text}
          longest={waiting.to === 'assistant' ? 4000 : 20_000}
          onSave={(text) => {
            setEditing(false)
            void reword(waiting.id, text).then(tell)
          }}
          onClose={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li className={classes.item}>
      {waiting.to !== 'assistant' && <p className={classes.to}>{t(`waiting.to.${waiting.to}`)}</p>}
      <p className={classes.text}>{keepPunctuation(waiting.text)}</p>
      <State waiting={waiting} />
      {free && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('common.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void withdraw(waiting.id).then(tell)}
          >
            {t('waiting.withdraw')}
          </Button>
        </Group>
      )}
    </li>
  )
}

function State({ waiting: { refusal, tried } }: { waiting: Waiting }) {
  const { t } = useTranslation()
  const offline = useOffline()
  if (refusal) {
    return (
      <p className={classes.refused} role="alert">
        {t('waiting.refused')} {refusal.title} {refusal.hint}
      </p>
    )
  }
  const words = tried ? 'waiting.unsure' : offline ? 'waiting.forNet' : 'waiting.going'
  return <p className={classes.state}>{t(words)}</p>
}

interface EditorProps {
  before: string
  longest: number
  onSave: (text: string) => void
  onClose: () => void
}

function Editor({ before, longest, onSave, onClose }: EditorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(before)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onSave(text.trim())
      }}
    >
      <Textarea
        ref={field}
        aria-label={t('waiting.words')}
        autosize
        maxRows={6}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" disabled={text.trim() === ''}>
          {t('common.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  )
}
