import type { UseMutationResult } from '@tanstack/react-query'
import type { EmbeddingsKind, EmbeddingsTest } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconAlert, IconCheck } from '@/components/icons'
import { useTranslation, type Translate } from '@/i18n'
import { formatDuration } from '@/i18n/format'
import { causeText } from './words'
import classes from './Meaning.module.css'

interface TrialResultProps {
  test: Pick<UseMutationResult<EmbeddingsTest, unknown, never>, 'data' | 'error'>
  kind: EmbeddingsKind
}

/** What asking the model for one vector brought. */
export function TrialResult({ test, kind }: TrialResultProps) {
  const { t, language } = useTranslation()
  if (test.error) return <ProblemNotice error={test.error} />
  const result = test.data
  if (!result) return null
  const Icon = result.ok ? IconCheck : IconAlert
  return (
    <div className={classes.trial} data-tone={result.ok ? 'ok' : 'bad'} role="status">
      <Icon className={classes.icon} size={16} aria-hidden />
      {result.ok ? (
        <span>
          {t('meaning.testOk', { time: formatDuration(result.ms, language) })}
          {result.dimensions && ` · ${t('meaning.dimensions', { dimensions: result.dimensions })}`}
        </span>
      ) : (
        <span>{failure(result.error ?? '', kind, t)}</span>
      )}
    </div>
  )
}

/** A model of the machine's own that is not found was never installed: nobody else has it. */
function failure(code: string, kind: EmbeddingsKind, t: Translate): string {
  const missing = code === 'model.not_found' && kind !== 'endpoint'
  return missing ? t('meaning.cause.missing') : causeText(code, t)
}
