import { Button, Progress } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { IconButton } from '@/components/IconButton'
import { IconAlert, IconClose, IconFile } from '@/components/icons'
import { problemText } from '@/components/problemText'
import { useTranslation } from '@/i18n'
import { formatSize } from '@/i18n/format'
import { useHeld, type Held } from './held'
import { takeBack, tryAgain } from './sending'
import classes from './Attachments.module.css'

interface HeldFilesProps {
  place: string
  /** What is written goes as soon as they have been read. */
  waits: boolean
}

/** The files that go with what is being written: how far each is, and a way to take it back. */
export default function HeldFiles({ place, waits }: HeldFilesProps) {
  const { t } = useTranslation()
  const held = useHeld(place)
  if (held.length === 0) return null
  return (
    <section className={classes.held} aria-label={t('attach.held')}>
      <ul className={classes.files}>
        {held.map((one) => (
          <HeldFile key={one.key} place={place} held={one} />
        ))}
      </ul>
      <p className={classes.waits} role="status">
        {waits ? t('attach.waits') : ''}
      </p>
    </section>
  )
}

function HeldFile({ place, held }: { place: string; held: Held }) {
  const { t } = useTranslation()
  const { key, file, attachment, error, progress } = held
  const words = useWords(held)
  const failed = error !== null || attachment?.state === 'failed'
  return (
    <li className={classes.file} data-failed={failed || undefined}>
      <Picture file={file} failed={failed} />
      <span className={classes.words}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.state} role="status">
          {words}
        </span>
        {attachment === null && error === null && (
          <Progress
            size="xs"
            value={progress * 100}
            aria-label={t('attach.sending', { name: file.name })}
          />
        )}
      </span>
      {error !== null && (
        <Button size="compact-xs" variant="default" onClick={() => tryAgain(place, key)}>
          {t('common.retry')}
        </Button>
      )}
      <IconButton
        label={t('attach.takeBack', { name: file.name })}
        onClick={() => takeBack(place, key)}
      >
        <IconClose size={14} />
      </IconButton>
    </li>
  )
}

function useWords({ file, attachment, error, progress }: Held): string {
  const { t, language } = useTranslation()
  if (error !== null) {
    const { title, hint } = problemText(error, t)
    return [title, hint].filter(Boolean).join('. ')
  }
  if (!attachment) return t('attach.sent', { percent: Math.round(progress * 100) })
  if (attachment.state === 'reading') return t('attach.reading')
  if (attachment.state === 'failed') return t('attach.unread', { problem: attachment.problem })
  if (attachment.kind === 'picture') return t('attach.picture')
  return `${formatSize(file.size, language)} · ${t('attach.ready')}`
}

/** A picture shows itself. */
function Picture({ file, failed }: { file: File; failed: boolean }) {
  const address = useMemo(
    () => (/^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : ''),
    [file],
  )
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  if (failed) return <IconAlert size={18} aria-hidden className={classes.icon} />
  return address ? (
    <img src={address} alt="" className={classes.thumb} />
  ) : (
    <IconFile size={18} aria-hidden className={classes.icon} />
  )
}
