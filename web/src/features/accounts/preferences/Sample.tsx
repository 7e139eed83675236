import type { Preferences } from '@/api/preferences'
import { useTranslation } from '@/i18n'
import classes from './Preferences.module.css'

/** What an answer looks like with what is chosen: size, density, colours and length are real. */
export function Sample({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation()
  const { answer_length: length } = preferences
  return (
    <figure className={classes.sample} aria-labelledby="sample-title">
      <figcaption id="sample-title" className={classes.caption}>
        {t('preferences.sample')}
      </figcaption>
      <p className={classes.question}>{t('preferences.sample.question')}</p>
      <p className={classes.answer}>
        {length === 'detailed' && `${t('preferences.sample.before')} `}
        {t('preferences.sample.short')}
        {length !== 'short' && ` ${t('preferences.sample.normal')}`}
        {length === 'detailed' && ` ${t('preferences.sample.after')}`}
      </p>
    </figure>
  )
}
