import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { suggestionsQuery } from './api'
import { keepPunctuation } from '@/i18n/format'
import classes from './Welcome.module.css'

interface WelcomeProps {
  name: string
  onAsk: (question: string) => void
  /** What the person often uses. */
  renderOften?: (() => ReactNode) | undefined
}

/** More than these would be a list to read, not a nudge. */
const SHOWN = 6

export function Welcome({ name, onAsk, renderOften }: WelcomeProps) {
  const { t } = useTranslation()
  const suggestions = useQuery(suggestionsQuery)
  const [first = ''] = name.split(' ')
  return (
    <div className={classes.scroll}>
      <div className={classes.welcome}>
        <h1 className={classes.title}>
          {first ? t('welcome.greeting', { name: first }) : t('welcome.title')}
        </h1>
        <p className={classes.text}>{t('welcome.text')}</p>
        {suggestions.isPending && <SuggestionSkeleton />}
        {suggestions.data && suggestions.data.length > 0 && (
          <section aria-labelledby="suggested">
            <h2 id="suggested" className={classes.label}>
              {t('welcome.suggestions')}
            </h2>
            <ul className={classes.list}>
              {suggestions.data.slice(0, SHOWN).map((question) => (
                <li key={question}>
                  <button type="button" className={classes.card} onClick={() => onAsk(question)}>
                    {keepPunctuation(question)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {renderOften?.()}
      </div>
    </div>
  )
}

function SuggestionSkeleton() {
  return (
    <div className={classes.list} aria-hidden>
      {Array.from({ length: SHOWN }, (_, i) => (
        <Skeleton key={i} height={64} radius="lg" />
      ))}
    </div>
  )
}
