import { useQuery } from '@tanstack/react-query'
import { noteHere } from '@/api/here'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { habitsQuery } from './api'
import classes from './Habits.module.css'

/** More would be a list to read. */
const SHOWN = 3

/** Documents that the person often used, each with why it is offered; pressed, one is asked about. */
export default function Often() {
  const { t, language } = useTranslation()
  const habits = useQuery({ ...habitsQuery, staleTime: 5 * 60_000 })
  const items = habits.data?.items ?? []
  const offered = items.filter(({ kind, on, target }) => kind === 'document' && on && target)
  if (offered.length === 0) return null
  return (
    <section className={classes.often} aria-labelledby="often">
      <h2 id="often">{t('often.title')}</h2>
      <ul>
        {offered.slice(0, SHOWN).map(({ id, target, name, count, used_at }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                noteHere({ document_id: target ?? '', title: name })
                document.getElementById('question')?.focus()
              }}
            >
              <span>{t('often.ask', { title: name })}</span>
              <span className={classes.why}>
                {t('often.why', { count, date: formatDate(used_at, language) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
