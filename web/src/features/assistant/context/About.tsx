import { noteHere, type Here } from '@/api/here'
import { IconButton } from '@/components/IconButton'
import { IconClose, IconFile } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Context.module.css'

/** Says what the next question is taken to be about, and can be told not to. */
export default function About({ here }: { here: Here }) {
  const { t } = useTranslation()
  return (
    <p className={classes.about} role="status">
      <IconFile size={14} aria-hidden />
      <span className={classes.title}>{t('context.about', { title: here.title })}</span>
      <IconButton label={t('context.not', { title: here.title })} onClick={() => noteHere(null)}>
        <IconClose size={14} />
      </IconButton>
    </p>
  )
}
