import { Button, SegmentedControl, Stack, TextInput, useMantineColorScheme } from '@mantine/core'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useMe, useUpdateMe } from '@/api/me'
import type { Theme } from '@/api/types'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import classes from './Profile.module.css'

const THEMES: Theme[] = ['auto', 'light', 'dark']

export function ProfileScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('profile.title')} description={t('profile.text')}>
      <Stack gap={40}>
        <NameForm />
        <LanguageChoice />
        <ThemeChoice />
      </Stack>
    </Page>
  )
}

function NameForm() {
  const { t } = useTranslation()
  const { user } = useMe()
  const [name, setName] = useState(user.name)
  const update = useUpdateMe()
  const changed = name.trim() !== '' && name.trim() !== user.name

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    update.mutate({ name: name.trim() }, { onSuccess: () => void notify(t('common.saved')) })
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {update.isError && <ProblemNotice error={update.error} />}
      <TextInput
        label={t('field.name')}
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('field.email')}
        description={t('profile.email')}
        value={user.email}
        readOnly
      />
      <div>
        <Button type="submit" disabled={!changed} loading={update.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function LanguageChoice() {
  const { t, language, setLanguage } = useTranslation()
  const update = useUpdateMe()
  return (
    <Choice title={t('profile.language')} hint={t('profile.languageHint')}>
      <SegmentedControl
        aria-label={t('profile.language')}
        value={language}
        onChange={(value) => {
          setLanguage(value)
          update.mutate({ language: value }, { onError: (error) => notifyProblem(error, t) })
        }}
        data={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
    </Choice>
  )
}

function ThemeChoice() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const update = useUpdateMe()
  return (
    <Choice title={t('profile.theme')}>
      <SegmentedControl
        aria-label={t('profile.theme')}
        value={colorScheme}
        onChange={(value) => {
          setColorScheme(value)
          update.mutate({ theme: value }, { onError: (error) => notifyProblem(error, t) })
        }}
        data={THEMES.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
      />
    </Choice>
  )
}

interface ChoiceProps {
  title: string
  hint?: string
  children: ReactNode
}

function Choice({ title, hint, children }: ChoiceProps) {
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      <div className={classes.control}>{children}</div>
    </section>
  )
}
