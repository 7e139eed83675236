import { Button, NumberInput, Skeleton, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrailSettings } from '@/api/types'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconDownload, IconSend } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDateTime } from '@/i18n/format'
import {
  settingsQuery,
  useDownloadHead,
  useSaveSettings,
  useSendHead,
  type SettingsDraft,
} from './api'
import classes from './Trail.module.css'

/** How long the trail is kept, and where its signed head is sent each day. */
export function HeadSettings({ canChange }: { canChange: boolean }) {
  const settings = useQuery({ ...settingsQuery, refetchOnWindowFocus: false })
  return (
    <>
      {settings.isPending && <Skeleton height={240} radius="md" />}
      {settings.isError && (
        <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data && <Form saved={settings.data} canChange={canChange} />}
    </>
  )
}

const draftOf = (saved: TrailSettings): SettingsDraft => ({
  retention_days: saved.retention_days,
  mail_to: saved.mail_to,
  webhook_url: saved.webhook_url,
})

function Form({ saved, canChange }: { saved: TrailSettings; canChange: boolean }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(saved))
  const save = useSaveSettings()
  const change = (more: Partial<SettingsDraft>) => setDraft({ ...draft, ...more })
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(saved))
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft, {
          onSuccess: (kept) => {
            setDraft(draftOf(kept))
            notify(t('common.saved'))
          },
        })
      }}
    >
      <NumberInput
        className={classes.field}
        label={t('trail.retention')}
        description={t('trail.retentionHint', { days: saved.legal_minimum_days })}
        min={saved.legal_minimum_days}
        max={3650}
        allowDecimal={false}
        clampBehavior="blur"
        disabled={!canChange}
        value={draft.retention_days}
        onChange={(value) => change({ retention_days: Number(value) })}
      />
      <h2 className={classes.heading}>{t('trail.heads')}</h2>
      <p className={classes.text}>{t('trail.headsText')}</p>
      <TagsInput
        className={classes.field}
        label={t('trail.mailTo')}
        description={saved.mail_is_set_up ? t('trail.mailToHint') : t('trail.noMail')}
        disabled={!canChange || !saved.mail_is_set_up}
        maxTags={5}
        acceptValueOnBlur
        value={draft.mail_to}
        onChange={(mail_to) => change({ mail_to })}
      />
      <TextInput
        className={classes.field}
        type="url"
        label={t('trail.webhook')}
        description={t('trail.webhookHint')}
        disabled={!canChange}
        maxLength={500}
        value={draft.webhook_url}
        onChange={(event) => change({ webhook_url: event.currentTarget.value })}
      />
      {save.isError && <ProblemNotice error={save.error} />}
      {canChange ? (
        <Button type="submit" disabled={!dirty} loading={save.isPending}>
          {t('common.save')}
        </Button>
      ) : (
        <p className={classes.text}>{t('trail.readOnly')}</p>
      )}
      {saved.webhook_secret && <Secret text={saved.webhook_secret} />}
      <Heads saved={saved} canChange={canChange && !dirty} />
    </form>
  )
}

function Secret({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.secret} role="status">
      <p>
        <strong>{t('trail.secret')}</strong> {t('trail.secretText')}
      </p>
      <code>{text}</code>
      <CopyButton text={text} label={t('common.copy')} />
    </div>
  )
}

/** The head to take along or to send at once, and what became of the last one. */
function Heads({ saved, canChange }: { saved: TrailSettings; canChange: boolean }) {
  const { t, language } = useTranslation()
  const download = useDownloadHead()
  const sending = useSendHead()
  const failed = (error: unknown) => notifyProblem(error, t)
  const sent = saved.sent_at
    ? t('trail.sent', { date: formatDateTime(saved.sent_at, language) })
    : t('trail.neverSent')
  const somewhere = saved.mail_to.length > 0 || saved.webhook_url !== ''
  return (
    <>
      <div className={classes.key}>
        <span>{t('trail.publicKey')}</span>
        <code>{saved.public_key}</code>
        <CopyButton text={saved.public_key} label={t('common.copy')} />
      </div>
      {somewhere && <p className={classes.text}>{sent}</p>}
      {saved.failure && (
        <p className={classes.failure}>{t('trail.failure', { text: saved.failure })}</p>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={download.isPending}
          onClick={() => download.mutate(undefined, { onError: failed })}
        >
          {t('trail.download')}
        </Button>
        {canChange && somewhere && (
          <Button
            variant="default"
            leftSection={<IconSend size={16} />}
            loading={sending.isPending}
            onClick={() =>
              sending.mutate(undefined, {
                onSuccess: () => void notify(t('trail.queued')),
                onError: failed,
              })
            }
          >
            {t('trail.sendNow')}
          </Button>
        )}
      </div>
    </>
  )
}
