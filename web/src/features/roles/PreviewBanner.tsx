import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useEndPreview } from '@/api/roles'
import type { Preview } from '@/api/types'
import { IconEye } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatTime } from '@/i18n/format'
import classes from './PreviewBanner.module.css'

/** Says through whose eyes the workspace is seen, until when, and how to leave. */
export function PreviewBanner({ preview }: { preview: Preview }) {
  const { t, language } = useTranslation()
  const { mutate, isPending } = useEndPreview()

  useEffect(() => {
    // The server ends it at that moment; the screen then shows the person's own view again.
    const left = Math.max(new Date(preview.ends_at).getTime() - Date.now(), 0)
    const timer = setTimeout(() => {
      mutate(undefined, { onSuccess: () => void notify(t('preview.over')) })
    }, left)
    return () => clearTimeout(timer)
  }, [preview.ends_at, mutate, t])

  return (
    <div role="status" className={classes.banner}>
      <IconEye size={16} aria-hidden />
      <p>
        {t('preview.banner', {
          name: preview.name,
          company: preview.company,
          time: formatTime(preview.ends_at, language),
        })}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending}
        onClick={() => mutate(undefined, { onError: (error) => notifyProblem(error, t) })}
      >
        {t('preview.leave')}
      </Button>
    </div>
  )
}
