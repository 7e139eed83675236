import { VisuallyHidden } from '@mantine/core'
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { IconButton } from '@/components/IconButton'
import { IconMicrophone } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useOffline } from '@/offline/useOffline'
import { DictatePanel } from './DictatePanel'
import { Dictation } from './dictation'
import { useEngine } from './useEngine'
import classes from './Dictate.module.css'

/** A shorter press starts or ends; a longer one lasts as long as the button is held. */
const HELD_MS = 400

interface DictateProps {
  /** What was said, to be read again before it is sent. */
  onSaid: (text: string) => void
}

/** Dictates into the field: press to start and to end, or hold while speaking. */
export default function Dictate({ onSaid }: DictateProps) {
  const { t, language } = useTranslation()
  const found = useEngine(language)
  const [told, setTold] = useState('')
  const offline = useOffline() && found?.engine !== 'device'
  const [dictation] = useState(() => new Dictation())
  useEffect(() => {
    dictation.serve({
      engine: found?.engine ?? 'server',
      longest: found?.longest ?? 0,
      language,
      onSaid: (text) => {
        onSaid(text)
        setTold(text)
      },
    })
  })
  const phase = useSyncExternalStore(dictation.follow, dictation.now)
  useEffect(() => () => dictation.cancel(), [dictation])
  const press = usePress(dictation)
  if (found === null) return null

  const name = offline ? 'dictate.unreachable' : 'dictate.start'
  const listening = phase.name === 'listening'
  return (
    <>
      <IconButton
        label={t(listening ? 'dictate.finish' : name)}
        radius="xl"
        variant={listening ? 'filled' : 'subtle'}
        className={classes.button}
        data-dictates
        data-active={phase.name !== 'idle' || undefined}
        disabled={offline && phase.name === 'idle'}
        aria-pressed={listening}
        {...press}
      >
        <IconMicrophone size={18} />
      </IconButton>
      {phase.name !== 'idle' && (
        <DictatePanel phase={phase} dictation={dictation} engine={found.engine} host={found.host} />
      )}
      <VisuallyHidden role="status">
        {phase.name === 'idle' && told && t('dictate.told', { text: told })}
      </VisuallyHidden>
    </>
  )
}

/** Pointer and keys alike: a short press toggles, a long one ends when it is let go. */
function usePress(dictation: Dictation) {
  const pressed = useRef<number | null>(null)
  const clicked = useRef(false)

  function down(): void {
    pressed.current = null
    if (dictation.phase.name === 'listening') {
      void dictation.finish()
      return
    }
    pressed.current = Date.now()
    void dictation.start()
  }

  function up(): void {
    const held = pressed.current !== null && Date.now() - pressed.current >= HELD_MS
    pressed.current = null
    // Whoever was asked for permission meanwhile has let go long ago: a tap then.
    if (held && dictation.phase.name === 'listening') void dictation.finish()
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return
      clicked.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      down()
    },
    onPointerUp: up,
    onPointerCancel: up,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      if (!event.repeat) down()
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      up()
    },
    // What presses buttons without a pointer or keys, such as a screen reader or voice control.
    onClick: () => {
      if (!clicked.current) down()
      clicked.current = false
      pressed.current = null
    },
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  }
}
