import { Button, Input, PasswordInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import type { KeyDraft } from './draft'
import classes from './Meaning.module.css'

interface KeyFieldProps {
  /** Whether the server has a key, which it never shows. */
  stored: boolean
  value: KeyDraft
  error: string | undefined
  onChange: (key: KeyDraft) => void
}

/** The endpoint's key: kept, replaced or removed, never shown. */
export function KeyField({ stored, value, error, onChange }: KeyFieldProps) {
  const { t } = useTranslation()
  if (stored && value.kind !== 'typed') {
    const gone = value.kind === 'removed'
    return (
      <Input.Wrapper labelElement="div" label={t('meaning.key')} error={error}>
        <div className={classes.key}>
          <span role="status">{t(gone ? 'meaning.keyGone' : 'meaning.keySet')}</span>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange({ kind: 'typed', text: '', asked: true })}
          >
            {t('meaning.keyReplace')}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange({ kind: gone ? 'kept' : 'removed' })}
          >
            {t(gone ? 'meaning.keyRestore' : 'meaning.keyRemove')}
          </Button>
        </div>
      </Input.Wrapper>
    )
  }
  return (
    <TypedKey
      text={value.kind === 'typed' ? value.text : ''}
      focused={value.kind === 'typed' && value.asked}
      description={t(stored ? 'meaning.keyKeep' : 'meaning.keyOptional')}
      error={error}
      onChange={(text) => onChange({ kind: 'typed', text, asked: false })}
    />
  )
}

interface TypedKeyProps {
  text: string
  /** The button that asked for this field is gone: the field takes its focus. */
  focused: boolean
  description: string
  error: string | undefined
  onChange: (text: string) => void
}

function TypedKey({ text, focused, description, error, onChange }: TypedKeyProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  return (
    <PasswordInput
      ref={input}
      label={t('meaning.key')}
      description={description}
      autoComplete="off"
      value={text}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
    />
  )
}
