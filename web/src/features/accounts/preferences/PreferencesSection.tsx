import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMe } from '@/api/me'
import { useChangePreferences, usePreferences, useUnsaved } from '@/api/preferences'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { ANSWERS, DISPLAY, OF_A_ROLE, change, offered, type Field } from './choices'
import { Sample } from './Sample'
import classes from './Preferences.module.css'

/** One's own preferences: each is worn at once, then saved, and then on every device. */
export function PreferencesSection() {
  const { t } = useTranslation()
  const held = usePreferences()
  const unsaved = useUnsaved()
  const save = useChangePreferences()
  const own = OF_A_ROLE.filter((field) => held.chosen.includes(field))
  const choose = (field: Field, text: string) => save.mutate(change(field, text))

  return (
    <section aria-labelledby="preferences-title">
      <div className={classes.head}>
        <h2 id="preferences-title" className={classes.title}>
          {t('preferences.title')}
        </h2>
        <p role="status" className={classes.saved}>
          {save.isSuccess && t('common.saved')}
        </p>
      </div>
      <p className={classes.hint}>{t('preferences.text')}</p>
      {save.isError && (
        <ProblemNotice
          error={save.error}
          kept={t('preferences.kept')}
          onRetry={() => save.mutate(unsaved)}
        />
      )}
      <Stack gap={28} mt={20}>
        {DISPLAY.map((field) => (
          <Choice key={field} field={field} value={held[field]} onChange={choose} />
        ))}
        <Sample preferences={held} />
        {ANSWERS.map((field) => (
          <Choice key={field} field={field} value={held[field]} onChange={choose} />
        ))}
        {own.length > 0 && (
          <div>
            <Button
              variant="default"
              onClick={() => save.mutate(Object.fromEntries(own.map((field) => [field, null])))}
            >
              {t('preferences.reset')}
            </Button>
            <p className={classes.hint}>{t('preferences.resetHint')}</p>
          </div>
        )}
      </Stack>
    </section>
  )
}

interface ChoiceProps {
  field: Field
  value: string | number
  onChange: (field: Field, text: string) => void
}

function Choice({ field, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const me = useMe()
  const em = (48 * usePreferences().text_size) / 100
  const wide = useMediaQuery(`(min-width: ${em}em)`, true, { getInitialValueInEffect: false })
  const label = t(`preferences.${field}`)
  return (
    <div>
      <h3 className={classes.name}>{label}</h3>
      <p className={classes.hint}>{t(`preferences.${field}.hint`)}</p>
      <SegmentedControl
        className={classes.control}
        orientation={wide ? 'horizontal' : 'vertical'}
        fullWidth={!wide}
        aria-label={label}
        value={String(value)}
        onChange={(text) => onChange(field, text)}
        data={offered(field, me).map((one) => ({
          value: String(one),
          label: t(`preferences.${field}.${one}` as 'preferences.theme.dark'),
        }))}
      />
    </div>
  )
}
