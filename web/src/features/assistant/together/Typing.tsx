import type { Conversation } from '@/api/types'
import { useTranslation } from '@/i18n'
import { useTyping } from './usePresence'
import classes from './Together.module.css'

/** Who is writing, and who has read the last that one wrote. */
export function Typing({ conversation }: { conversation: Conversation }) {
  const { t, language } = useTranslation()
  const { people, messages } = conversation
  const names = new Intl.ListFormat(language, { type: 'conjunction' })
  const writing = useTyping(conversation.id)
    .filter((id) => !people.some((one) => one.you && one.id === id))
    .map((id) => people.find((one) => one.id === id)?.name ?? t('together.somebody'))
  const last = messages.at(-1)
  const you = people.find((one) => one.you)
  const mine = last?.role === 'person' && last.author?.id === you?.id
  const read = mine
    ? people.filter((one) => !one.you && one.read_at && one.read_at >= last.created_at)
    : []
  return (
    <p className={classes.below} role="status">
      {writing.length > 0
        ? t('together.typing', { names: names.format(writing), count: writing.length })
        : read.length > 0
          ? t('together.readBy', { names: names.format(read.map(({ name }) => name)) })
          : null}
    </p>
  )
}
