import type { Answer } from '@/api/types'
import { useTranslation } from '@/i18n'
import { keepPunctuation } from '@/i18n/format'
import type { SourcePlace } from './AssistantScreen'
import { HandOver } from './HandOver'
import { NearestList } from './Sources'
import classes from './Refusal.module.css'

interface RefusalProps {
  answer: Answer
  readOnly?: boolean
  onOpen: (place: SourcePlace) => void
}

/** An honest "I don't know": the server's words on what it looked for, what comes near, a way on. */
export function Refusal({ answer, readOnly = false, onOpen }: RefusalProps) {
  const { t } = useTranslation()
  const open = (index: number) => {
    const place = answer.nearest[index]
    if (place) onOpen(place)
  }
  return (
    <div className={classes.refusal}>
      <p className={classes.text}>{keepPunctuation(answer.text || t('refusal.title'))}</p>
      {answer.nearest.length > 0 && (
        <section className={classes.near}>
          <h3>{t('refusal.nearest')}</h3>
          <NearestList items={answer.nearest} onOpen={open} />
        </section>
      )}
      {!readOnly && <HandOver answer={answer} prominent />}
    </div>
  )
}
