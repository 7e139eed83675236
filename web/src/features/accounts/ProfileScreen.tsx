import { Button, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useMe, useUpdateMe } from '@/api/me'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { PreferencesSection } from './preferences/PreferencesSection'
import classes from './Profile.module.css'

export function ProfileScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('profile.title')} description={t('profile.text')}>
      <Stack gap={40}>
        <NameForm />
        <PreferencesSection />
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
