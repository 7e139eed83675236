import { Progress } from '@mantine/core'
import { IconButton } from '@/components/IconButton'
import { IconClose, IconRetry } from '@/components/icons'
import { problemText } from '@/components/problemText'
import { useTranslation, type Translate } from '@/i18n'
import type { Upload } from './queue'
import { uploadQueue, useUploads } from './useUploads'
import classes from './UploadTray.module.css'

const ORDER = { failed: 0, sending: 1, waiting: 2, cancelled: 3, sent: 4, unchanged: 4 }

/** What is on its way, in a corner that does not hide the list. */
export function UploadTray() {
  const { t } = useTranslation()
  const uploads = useUploads()
  if (uploads.length === 0) return null
  const running = uploads.filter(({ state }) => state === 'sending' || state === 'waiting').length
  const sorted = [...uploads].sort((a, b) => ORDER[a.state] - ORDER[b.state])
  return (
    <section className={classes.tray} aria-label={t('upload.title')}>
      <header className={classes.header}>
        <span role="status">{summary(uploads, running, t)}</span>
        {running === 0 && (
          <IconButton label={t('upload.dismiss')} onClick={() => uploadQueue.clear()}>
            <IconClose size={16} />
          </IconButton>
        )}
      </header>
      <ul className={classes.list}>
        {sorted.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  )
}

function summary(uploads: readonly Upload[], running: number, t: Translate): string {
  if (running > 0) return t('upload.running', { count: running })
  const failed = uploads.filter(({ state }) => state === 'failed').length
  if (failed > 0) return t('upload.someFailed', { count: failed })
  const sent = uploads.filter(({ state }) => state === 'sent' || state === 'unchanged').length
  return t('upload.finished', { count: sent })
}

function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation()
  const { id, state, path, progress } = upload
  const ended = state === 'failed' || state === 'cancelled'
  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.words}>
        <span className={classes.path}>{path}</span>
        {state === 'sending' ? (
          <Progress
            value={progress * 100}
            size="xs"
            mt={6}
            aria-label={t('upload.progress', { name: path })}
          />
        ) : (
          <span className={classes.state}>{stateText(upload, t)}</span>
        )}
      </div>
      {ended && (
        <IconButton label={t('upload.retry', { name: path })} onClick={() => uploadQueue.retry(id)}>
          <IconRetry size={16} />
        </IconButton>
      )}
      {(state === 'sending' || state === 'waiting') && (
        <IconButton
          label={t('upload.cancel', { name: path })}
          onClick={() => uploadQueue.cancel(id)}
        >
          <IconClose size={16} />
        </IconButton>
      )}
    </li>
  )
}

function stateText({ state, error }: Upload, t: Translate): string {
  if (state === 'failed') {
    const { title, hint } = problemText(error, t)
    return `${title} ${hint}`.trim()
  }
  return state === 'sending' ? '' : t(`upload.${state}`)
}
