import { keepPunctuation } from '@/i18n/format'
import classes from './Sentences.module.css'

/** Text without structure yet: its own line breaks are all that is known of its shape. */
export function PlainText({ text }: { text: string }) {
  return <div className={classes.plain}>{keepPunctuation(text)}</div>
}
