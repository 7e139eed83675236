import type { Answer } from '@/api/types'
import { useTranslation } from '@/i18n'
import type { SourcePlace } from './AssistantScreen'
import { HandOver } from './HandOver'
import { NearestList } from './Sources'
import classes from './Refusal.module.css'

interface RefusalProps {
  answer: Answer
  onOpen: (place: SourcePlace) => void
}

/** An honest "I don't know": what was looked for, what comes near, and a way on. */
export function Refusal({ answer, onOpen }: RefusalProps) {
  const { t, language } = useTranslation()
  const words = new Intl.ListFormat(language, { type: 'conjunction' })
  const open = (index: number) => {
    const place = answer.nearest[index]
    if (place) onOpen(place)
  }
  return (
    <div className={classes.refusal}>
      <p className={classes.text}>{answer.text || t('refusal.title')}</p>
      {answer.looked_for.length > 0 && (
        <p className={classes.looked}>
          {t('refusal.lookedFor', {
            words: words.format(answer.looked_for.map((word) => t('refusal.word', { word }))),
          })}
        </p>
      )}
      {answer.nearest.length > 0 && (
        <section className={classes.near}>
          <h3>{t('refusal.nearest')}</h3>
          <NearestList items={answer.nearest} onOpen={open} />
        </section>
      )}
      <HandOver answer={answer} prominent />
    </div>
  )
}
