import { useOffline } from '@/offline/useOffline'
import { IconButton } from '@/components/IconButton'
import { IconAttach } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useEffect, useRef } from 'react'

const KINDS =
  'image/png,image/jpeg,image/webp,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.html,.htm,.md,.txt,' +
  '.log,.conf,.ini,.csv,.tsv,.eml,.msg,.rtf'

/** Chooses files for what is being written; they can be pasted and dropped on it too. */
export default function AttachButton({ place }: { place: string }) {
  const { t } = useTranslation()
  const offline = useOffline()
  const input = useRef<HTMLInputElement>(null)
  const add = async (files: File[]) => {
    const { MOST, addFiles } = await import('./sending')
    const over = addFiles(place, files)
    if (over > 0) notify(t('attach.tooMany', { most: MOST }))
  }
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })

  useEffect(() => {
    const form = input.current?.closest('form')
    if (!form || offline) return undefined
    const control = new AbortController()
    const { signal } = control
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    form.addEventListener(
      'paste',
      (event) => {
        const files = Array.from(event.clipboardData?.files ?? [])
        // A copied table comes as its text and as a picture: the text is what was meant.
        if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
        event.preventDefault()
        void latest.current(files)
      },
      { signal },
    )
    window.addEventListener(
      'dragover',
      (event) => {
        if (!carries(event)) return
        event.preventDefault()
        form.dataset.dropping = 'true'
      },
      { signal },
    )
    window.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (relatedTarget === null) delete form.dataset.dropping
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        if (!carries(event)) return
        event.preventDefault()
        delete form.dataset.dropping
        void latest.current(Array.from(event.dataTransfer?.files ?? []))
      },
      { signal },
    )
    return () => {
      control.abort()
      delete form.dataset.dropping
    }
  }, [offline])

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={KINDS}
        onChange={(event) => {
          void add(Array.from(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
      <IconButton
        label={t(offline ? 'attach.offline' : 'attach.add')}
        radius="xl"
        disabled={offline}
        onClick={() => input.current?.click()}
      >
        <IconAttach size={18} />
      </IconButton>
    </>
  )
}
