import { Button, ColorInput, FileInput, Group, Skeleton, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import {
  brandingQuery,
  useSaveBranding,
  useSaveLogo,
  type Branding,
  type BrandingDraft,
} from './api'
import { contrast, isColor, passes, readable } from './contrast'
import classes from './Admin.module.css'

const OWN_COLOR = '#0b6a6f'

/** The workspace's name, logo, colours and the words of its sign-in page. */
export function BrandingScreen() {
  const { t } = useTranslation()
  const branding = useQuery(brandingQuery)
  return (
    <Page title={t('branding.title')} description={t('branding.text')}>
      {branding.isPending && <Skeleton height={320} radius="md" />}
      {branding.isError && (
        <ProblemNotice error={branding.error} onRetry={() => void branding.refetch()} />
      )}
      {branding.data && (
        <div className={classes.form}>
          <BrandingForm branding={branding.data} />
          <Logo branding={branding.data} />
        </div>
      )}
    </Page>
  )
}

function draftOf(branding: Branding): BrandingDraft {
  const { name, title, text, primary, accent, sender, domain } = branding
  return { name, title, text, primary, accent, sender, domain }
}

function BrandingForm({ branding }: { branding: Branding }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(branding))
  const save = useSaveBranding()
  const set = (changes: Partial<BrandingDraft>) => setDraft((now) => ({ ...now, ...changes }))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate(draft, { onSuccess: () => void notify(t('common.saved')) })
  }

  return (
    <form className={classes.part} onSubmit={submit}>
      <TextInput
        label={t('branding.name')}
        required
        withAsterisk={false}
        maxLength={200}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('branding.pageTitle')}
        maxLength={120}
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('branding.pageText')}
        maxLength={500}
        autosize
        minRows={2}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value.replace(/\s+/g, ' ') })}
      />
      <div className={classes.colors}>
        <Color
          label={t('branding.primary')}
          value={draft.primary}
          onChange={(primary) => set({ primary })}
        />
        <Color
          label={t('branding.accent')}
          value={draft.accent}
          onChange={(accent) => set({ accent })}
        />
      </div>
      <TextInput
        label={t('branding.sender')}
        description={t('branding.senderHint')}
        maxLength={100}
        value={draft.sender}
        onChange={(event) => set({ sender: event.currentTarget.value })}
      />
      <TextInput
        label={t('branding.domain')}
        description={t('branding.domainHint')}
        maxLength={253}
        value={draft.domain}
        onChange={(event) => set({ domain: event.currentTarget.value })}
      />
      <Sample branding={branding} draft={draft} />
      <div>
        {save.isError && <ProblemNotice error={save.error} kept={t('invite.kept')} />}
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

interface ColorProps {
  label: string
  value: string
  onChange: (color: string) => void
}

function Color({ label, value, onChange }: ColorProps) {
  const { t, language } = useTranslation()
  const chosen = isColor(value)
  const ratio = chosen ? contrast(value, '#ffffff') : 0
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ratio)
  const shade = chosen ? readable(value) : ''
  return (
    <div>
      <ColorInput
        label={label}
        description={t('branding.colorHint')}
        format="hex"
        value={value}
        onChange={onChange}
        eyeDropperButtonProps={{ 'aria-label': t('branding.pick') }}
      />
      {chosen && (
        <p className={classes.hint} role="status">
          {t(passes(value) ? 'branding.readable' : 'branding.unreadable', { ratio: shown })}
        </p>
      )}
      {chosen && !passes(value) && (
        <Button variant="default" size="xs" mt={4} onClick={() => onChange(shade)}>
          {t('branding.useShade', { shade })}
        </Button>
      )}
    </div>
  )
}

function Sample({ branding, draft }: { branding: Branding; draft: BrandingDraft }) {
  const { t } = useTranslation()
  const color = isColor(draft.primary) && passes(draft.primary) ? draft.primary : OWN_COLOR
  return (
    <section aria-label={t('branding.preview')}>
      <p className={classes.hint}>{t('branding.preview')}</p>
      <div className={classes.preview}>
        {branding.logo_url && <img src={branding.logo_url} alt="" />}
        <strong>{draft.title || draft.name}</strong>
        {draft.text && <p>{draft.text}</p>}
        <span className={classes.sample} style={{ background: color }}>
          {t('branding.sampleButton')}
        </span>
      </div>
    </section>
  )
}

function Logo({ branding }: { branding: Branding }) {
  const { t } = useTranslation()
  const save = useSaveLogo()
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('branding.logo')}</h2>
      {save.isError && <ProblemNotice error={save.error} />}
      <Group align="flex-end">
        <FileInput
          label={t('branding.logoFile')}
          description={t('branding.logoHint')}
          placeholder={t('import.choose')}
          accept="image/png,image/jpeg,image/webp"
          value={null}
          onChange={(file) => file && save.mutate(file)}
        />
        {branding.logo_url && (
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate(null)}>
            {t('branding.removeLogo')}
          </Button>
        )}
      </Group>
    </section>
  )
}
