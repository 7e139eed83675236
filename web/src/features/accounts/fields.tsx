/** The fields that sign-in screens share: anything may be pasted, password managers find them. */
import { PasswordInput, TextInput } from '@mantine/core'
import { IconCheck } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Entry.module.css'

interface FieldProps {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  label?: string
  /** Focused as it appears: the step begins with it. */
  initial?: boolean
  size?: 'sm' | 'md'
}

/** The same function each time, so that it runs once: when the field appears. */
function focused(field: HTMLInputElement | null): void {
  field?.focus()
}

export function EmailField({
  autoComplete = 'username',
  ...props
}: FieldProps & { autoComplete?: string }) {
  const { t } = useTranslation()
  const { value, onChange, error, label, initial, size = 'md' } = props
  return (
    <TextInput
      label={label ?? t('field.email')}
      type="email"
      name="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      maxLength={254}
      size={size}
      value={value}
      error={error}
      data-autofocus={initial ? true : undefined}
      ref={initial ? focused : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Tells password managers whose password is asked for, where the address is not a field. */
export function KnownUsername({ email }: { email: string }) {
  return (
    <input
      className={classes.unseen}
      type="email"
      name="email"
      autoComplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden
    />
  )
}

export function PasswordField(props: FieldProps) {
  const { t } = useTranslation()
  const { value, onChange, error, label, initial, size = 'md' } = props
  return (
    <PasswordInput
      label={label ?? t('field.password')}
      name="password"
      autoComplete="current-password"
      required
      withAsterisk={false}
      size={size}
      value={value}
      error={error}
      aria-invalid={error ? true : undefined}
      data-autofocus={initial ? true : undefined}
      ref={initial ? focused : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
    />
  )
}

interface NewPasswordFieldProps extends FieldProps {
  /** What a password should not be made of: name and address. */
  about?: string[]
}

/** A new password with what it must fulfil; leaked and guessable ones the server finds. */
export function NewPasswordField({ about = [], ...props }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  const { value, onChange, error, label, initial, size = 'md' } = props
  return (
    <PasswordInput
      label={label ?? t('field.newPassword')}
      name="new-password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={10}
      size={size}
      value={value}
      error={error}
      aria-invalid={error ? true : undefined}
      data-autofocus={initial ? true : undefined}
      ref={initial ? focused : undefined}
      // Below the field and its error, and read out with it.
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      descriptionProps={{ component: 'div' }}
      description={<Hints password={value} about={about} />}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
    />
  )
}

function Hints({ password, about }: { password: string; about: string[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.hints} aria-label={t('password.hints')}>
      {hintsFor(password, about).map(({ key, met }) => (
        <li key={key} data-met={met || undefined}>
          <span className={classes.hintMark} aria-hidden>
            {met && <IconCheck size={12} />}
          </span>
          {t(`password.${key}`)}
          {met && <span className={classes.unseen}> {t('password.met')}</span>}
        </li>
      ))}
    </ul>
  )
}

type HintKey = 'long' | 'varied' | 'own'

/** Which of the hints a password meets; none of them while it is empty. */
export function hintsFor(password: string, about: string[]): { key: HintKey; met: boolean }[] {
  const lower = password.toLowerCase()
  const parts = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))
  const personal = parts.some((part) => part.length >= 4 && lower.includes(part))
  return [
    { key: 'long', met: password.length >= 10 },
    { key: 'varied', met: new Set(lower).size >= 6 },
    { key: 'own', met: password !== '' && !personal },
  ]
}

interface CodeFieldProps extends FieldProps {
  description?: string
  /** Digits alone, as authenticator apps give them: brings up the number keys. */
  digits?: boolean
}

export function CodeField({ digits = false, description, ...props }: CodeFieldProps) {
  const { t } = useTranslation()
  const { value, onChange, error, label, initial, size = 'md' } = props
  return (
    <TextInput
      label={label ?? t('code.label')}
      description={description}
      name="code"
      autoComplete="one-time-code"
      inputMode={digits ? 'numeric' : 'text'}
      autoCapitalize="characters"
      spellCheck={false}
      required
      withAsterisk={false}
      maxLength={40}
      size={size}
      classNames={{ input: classes.code ?? '' }}
      value={value}
      error={error}
      data-autofocus={initial ? true : undefined}
      ref={initial ? focused : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
