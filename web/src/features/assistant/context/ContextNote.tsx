import type { Answer } from '@/api/types'
import { IconFile } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Context.module.css'

/** Which document a question was asked from, and whether it is the one that answers. */
export default function ContextNote({ answer }: { answer: Answer }) {
  const { t, language } = useTranslation()
  const { context, citations, status } = answer
  if (!context) return null
  const { title } = context
  const answers = citations.some((one) => one.document_id === context.document_id)
  return (
    <p className={classes.note} lang={language}>
      <IconFile size={14} aria-hidden />
      <span>
        {answers || status === 'refused'
          ? t('context.about', { title })
          : t('context.elsewhere', { title })}
      </span>
    </p>
  )
}
