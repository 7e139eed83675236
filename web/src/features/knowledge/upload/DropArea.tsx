import { useEffect, useState } from 'react'
import { IconUpload } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { droppedFiles } from './entries'
import { uploadQueue } from './useUploads'
import classes from './DropArea.module.css'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** The whole window takes files while this is shown; it appears only when some are held over it. */
export function DropArea() {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)

  useEffect(() => {
    // Entering a child leaves its parent: only the balance says whether files are still here.
    let depth = 0
    const handlers: Record<string, (event: DragEvent) => void> = {
      dragenter: () => {
        depth += 1
        setOver(true)
      },
      dragleave: () => {
        depth -= 1
        if (depth <= 0) setOver(false)
      },
      dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault()
        depth = 0
        setOver(false)
        if (event.dataTransfer) {
          void droppedFiles(event.dataTransfer).then((picked) => uploadQueue.add(picked))
        }
      },
    }
    const listeners = Object.entries(handlers).map(([name, handle]) => {
      const listener = (event: Event) => {
        if (carriesFiles(event as DragEvent)) handle(event as DragEvent)
      }
      window.addEventListener(name, listener)
      return () => window.removeEventListener(name, listener)
    })
    return () => listeners.forEach((remove) => remove())
  }, [])

  if (!over) return null
  return (
    <div className={classes.cover}>
      <div className={classes.card}>
        <IconUpload size={28} aria-hidden />
        <p className={classes.title}>{t('documents.drop')}</p>
        <p className={classes.hint}>{t('documents.dropHint')}</p>
      </div>
    </div>
  )
}
