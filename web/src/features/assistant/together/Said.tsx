import { Suspense, lazy } from 'react'
import { IconLock } from '@/components/icons'
import type { Message, Note } from '@/api/types'
import { useTranslation } from '@/i18n'
import { formatDateTime, keepPunctuation } from '@/i18n/format'
import { Avatar } from './Avatar'
import classes from './Together.module.css'

const Attached = lazy(() => import('../attachments/Attached'))

interface SaidProps {
  said: Message | Note
  note: boolean
  /** Whether the reader wrote it. */
  own: boolean
  names: string[]
  conversationId: string | undefined
}

/** What a person wrote to the others, or to the team alone. */
export default function Said({ said, note, own, names, conversationId }: SaidProps) {
  const { t, language } = useTranslation()
  const name = said.author?.name ?? t('together.gone')
  return (
    <article className={classes.said} data-note={note || undefined} data-own={own || undefined}>
      <header className={classes.who}>
        <Avatar name={name} />
        <strong>{name}</strong>
        {said.author?.staff && !note && (
          <span className={classes.staff}>{t('together.staff')}</span>
        )}
        {note && (
          <span className={classes.staff} title={t('together.noteHint')}>
            <IconLock size={12} aria-hidden /> {t('together.note')}
          </span>
        )}
        <time dateTime={said.created_at}>{formatDateTime(said.created_at, language)}</time>
      </header>
      <p className={classes.text}>{withMentions(said.text, names)}</p>
      {'attachments' in said && said.attachments.length > 0 && (
        <Suspense>
          <Attached files={said.attachments} conversationId={conversationId} />
        </Suspense>
      )}
    </article>
  )
}

/** The text, with the names of those who are called marked. */
function withMentions(text: string, names: string[]) {
  const called = names.filter((name) => text.includes(`@${name}`)).sort(byLength)
  if (called.length === 0) return keepPunctuation(text)
  const pattern = new RegExp(`(@(?:${called.map(escaped).join('|')}))`, 'g')
  return text.split(pattern).map((part, at) =>
    at % 2 === 1 ? (
      <mark key={at} className={classes.mention}>
        {part}
      </mark>
    ) : (
      keepPunctuation(part)
    ),
  )
}

const byLength = (one: string, other: string) => other.length - one.length
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
