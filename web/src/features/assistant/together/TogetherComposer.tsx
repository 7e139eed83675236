import { SegmentedControl, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Conversation, Person } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconButton } from '@/components/IconButton'
import { IconSend } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useDraft } from '@/offline/draft'
import { Composer } from '../Composer'
import AttachButton from '../attachments/AttachButton'
import HeldFiles from '../attachments/HeldFiles'
import { takeHeld } from '../attachments/held'
import { useSending } from '../attachments/useSending'
import frame from '../Composer.module.css'
import { Avatar } from './Avatar'
import { candidatesQuery, useWrite } from './api'
import { called, calling, matching, mentioned } from './mentions'
import { StatusStrip } from './StatusStrip'
import { Typing } from './Typing'
import classes from './Together.module.css'

type Mode = 'ask' | 'messages' | 'notes'

interface TogetherComposerProps {
  conversation: Conversation
  own: boolean
  busy: boolean
  onAsk: (question: string, attachments?: string[]) => void
  onStop: () => void
  onTyping: () => void
}

/** Where one writes to the assistant, to the people in the conversation, or a note to the team. */
export function TogetherComposer(props: TogetherComposerProps) {
  const { conversation, own, busy, onAsk, onStop, onTyping } = props
  const { t } = useTranslation()
  const { assignment, can } = conversation
  const handed = assignment !== null && assignment.status !== 'assistant'
  const modes: Mode[] = [
    ...(can.ask ? (['ask'] as const) : []),
    ...(can.write ? (['messages'] as const) : []),
    ...(can.handle ? (['notes'] as const) : []),
  ]
  const [chosen, setChosen] = useState<Mode | null>(null)
  // Who was passed to people writes to them, until they choose otherwise.
  const mode = chosen ?? (can.ask && !handed ? 'ask' : 'messages')
  const label = {
    ask: t('together.toAssistant'),
    messages: whom(),
    notes: t('together.toNote'),
  }

  function whom(): string {
    if (can.handle && conversation.asker)
      return t('together.toAsker', { name: conversation.asker.name })
    return own && assignment ? t('together.toTeam') : t('together.toPeople')
  }

  return (
    <div>
      <div className={frame.area}>
        <Typing conversation={conversation} />
        {own && assignment && <StatusStrip assignment={assignment} />}
        {modes.length > 1 && (
          <div className={classes.modes}>
            <SegmentedControl
              aria-label={t('together.to')}
              size="xs"
              value={mode}
              onChange={setChosen}
              data={modes.map((value) => ({ value, label: label[value] }))}
            />
          </div>
        )}
        {mode !== 'ask' && (
          <Writer key={mode} conversation={conversation} kind={mode} onTyping={onTyping} />
        )}
      </div>
      {mode === 'ask' && (
        <Composer busy={busy} attachTo={conversation.id} onAsk={onAsk} onStop={onStop} />
      )}
    </div>
  )
}

interface WriterProps {
  conversation: Conversation
  kind: 'messages' | 'notes'
  onTyping: () => void
}

const LONGEST = 20_000

function Writer({ conversation, kind, onTyping }: WriterProps) {
  const { t } = useTranslation()
  const [text, setText] = useDraft(`${conversation.id}/${kind}`)
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState<Person[]>([])
  const [marked, setMarked] = useState(0)
  const [closed, setClosed] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  // The same text tried again is the same message, with the same files.
  const key = useRef({ text: '', key: '' })
  const write = useWrite(conversation.id, kind)
  // A note has no files.
  const place = kind === 'messages' ? `${conversation.id}/messages` : undefined
  const { waits, send } = useSending({ place, text, busy: write.isPending, onSend: submit })
  const typed = calling(text, caret)
  const people = useCallable(conversation, kind, typed)
  const offered = typed !== null && typed !== closed ? people.slice(0, 8) : []
  const active = Math.min(marked, offered.length - 1)

  function choose(person: Person): void {
    const next = called(text, caret, person.name)
    setText(next.text)
    setCaret(next.caret)
    setChosen([...chosen, person])
    setMarked(0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next.caret, next.caret)
    })
  }

  function submit(attachments: string[]): void {
    const wanted = text.trim()
    const one = `${wanted} ${attachments.join(' ')}`
    if (key.current.text !== one) key.current = { text: one, key: crypto.randomUUID() }
    write.mutate(
      {
        text: wanted,
        mentions: mentioned(wanted, chosen),
        key: key.current.key,
        ...(attachments.length > 0 ? { attachments } : {}),
      },
      {
        onSuccess: () => {
          key.current = { text: '', key: '' }
          if (place !== undefined) takeHeld(place)
          setChosen([])
          setText('')
          field.current?.focus()
        },
      },
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const picked = offered[active]
    if (picked && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) {
      event.preventDefault()
      if (event.key === 'Escape') setClosed(typed)
      else if (event.key === 'ArrowDown') setMarked((active + 1) % offered.length)
      else if (event.key === 'ArrowUp') setMarked((active + offered.length - 1) % offered.length)
      else choose(picked)
      return
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send()
  }

  return (
    <>
      {write.isError && (
        <div className={classes.problem}>
          <ProblemNotice error={write.error} kept={t('together.kept')} onRetry={send} />
        </div>
      )}
      {offered.length > 0 && (
        <div
          id={list}
          className={classes.mentions}
          role="listbox"
          aria-label={t('together.mention')}
        >
          {offered.map((person, at) => (
            // The text field keeps the focus; its keys choose.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={person.id}
              id={`${list}-${at}`}
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <Avatar name={person.name} />
              <span>{person.name}</span>
              {person.staff && <span className={classes.staff}>{t('together.staff')}</span>}
            </div>
          ))}
        </div>
      )}
      {place !== undefined && <HeldFiles place={place} waits={waits} />}
      <form
        className={`${frame.composer} ${kind === 'notes' ? classes.note : ''}`}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {place !== undefined && <AttachButton place={place} />}
        <Textarea
          ref={field}
          aria-label={t(kind === 'notes' ? 'together.note' : 'together.message')}
          placeholder={t(
            kind === 'notes' ? 'together.notePlaceholder' : 'together.messagePlaceholder',
          )}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={LONGEST}
          className={frame.field}
          value={text}
          aria-haspopup="listbox"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered.length > 0 ? `${list}-${active}` : undefined}
          aria-autocomplete="list"
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCaret(event.currentTarget.selectionStart)
            setMarked(0)
            setClosed(null)
            if (kind === 'messages') onTyping()
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <IconButton
          type="submit"
          label={t('together.send')}
          variant="filled"
          radius="xl"
          loading={write.isPending}
          data-idle={text.trim() === '' || undefined}
          className={frame.send}
        >
          <IconSend size={18} />
        </IconButton>
      </form>
      <p className={frame.hint}>
        {t(kind === 'notes' ? 'together.hintNote' : 'together.hintPeople')}
      </p>
    </>
  )
}

/** Those who can be called: who is in it, and whom one may let in; in a note the team alone. */
function useCallable(
  conversation: Conversation,
  kind: 'messages' | 'notes',
  typed: string | null,
): Person[] {
  const { can } = conversation
  const more = useQuery({
    ...candidatesQuery(conversation.id, typed ?? ''),
    enabled: typed !== null && (can.handle || can.share),
  })
  const there: Person[] = conversation.people.filter(({ you }) => !you)
  const known = new Set(there.map(({ id }) => id))
  const all = [...there, ...(more.data ?? []).filter(({ id }) => !known.has(id))]
  return matching(kind === 'notes' ? all.filter(({ staff }) => staff) : all, typed ?? '')
}
