import { Textarea } from '@mantine/core'
import { Suspense, lazy, useEffect, useRef, type KeyboardEvent } from 'react'
import { IconButton } from '@/components/IconButton'
import { IconSend, IconStop } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useDraft } from '@/offline/draft'
import { takeHeld } from './attachments/held'
import { useSending } from './attachments/useSending'
import classes from './Composer.module.css'

const AttachButton = lazy(() => import('./attachments/AttachButton'))
const Dictate = lazy(() => import('./voice/Dictate'))
const HeldFiles = lazy(() => import('./attachments/HeldFiles'))

interface ComposerProps {
  busy: boolean
  /** Which list of files goes with what is written; none where files can't be attached. */
  attachTo?: string | undefined
  onAsk: (question: string, attachments?: string[]) => void
  onStop: () => void
}

/** Longer than any question; the server refuses more. */
const LONGEST = 4000

export function Composer({ busy, attachTo, onAsk, onStop }: ComposerProps) {
  const { t } = useTranslation()
  const [text, setText] = useDraft()
  const field = useRef<HTMLTextAreaElement>(null)
  const { held, waits, send } = useSending({ place: attachTo, text, busy, onSend })

  useEffect(() => {
    // On a phone the keyboard would cover the suggestions before they are read.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus()
  }, [])

  function onSend(attachments: string[]): void {
    setText('')
    if (attachTo !== undefined) takeHeld(attachTo)
    onAsk(text.trim(), attachments)
  }

  /** Beside what is written already, to be read again before it is sent. */
  function onSaid(said: string): void {
    setText(`${text.trimEnd()} ${said}`.trim().slice(0, LONGEST))
    // On a phone the keyboard would cover the thread, and the words are in sight.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <div className={classes.area}>
      {held && attachTo !== undefined && (
        <Suspense>
          <HeldFiles place={attachTo} waits={waits} />
        </Suspense>
      )}
      <form
        className={classes.composer}
        data-written={text.trim() !== '' || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {attachTo !== undefined && (
          <Suspense fallback={<span className={classes.tool} />}>
            <AttachButton place={attachTo} />
          </Suspense>
        )}
        <Textarea
          ref={field}
          id="question"
          aria-label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={LONGEST}
          className={classes.field}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Suspense fallback={<span className={classes.tool} />}>
          <Dictate onSaid={onSaid} />
        </Suspense>
        {busy ? (
          <IconButton label={t('composer.stop')} variant="filled" radius="xl" onClick={onStop}>
            <IconStop size={14} fill="currentColor" />
          </IconButton>
        ) : (
          <IconButton
            type="submit"
            label={t('composer.send')}
            variant="filled"
            radius="xl"
            data-idle={text.trim() === '' || undefined}
            className={classes.send}
          >
            <IconSend size={18} />
          </IconButton>
        )}
      </form>
      <p className={classes.hint}>{t('composer.hint')}</p>
    </div>
  )
}
