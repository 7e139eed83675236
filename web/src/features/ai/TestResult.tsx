import type { UseMutationResult } from '@tanstack/react-query'
import type { ModelTest } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconAlert, IconCheck } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDuration } from '@/i18n/format'
import classes from './Models.module.css'

interface TestResultProps {
  test: Pick<UseMutationResult<ModelTest, unknown, never>, 'data' | 'error'>
}

/** What a trial call brought: how fast and with which words, or why not and what helps. */
export function TestResult({ test }: TestResultProps) {
  const { t, language } = useTranslation()
  if (test.error) return <ProblemNotice error={test.error} />
  const result = test.data
  return (
    <div className={classes.result} role="status">
      {result?.ok && (
        <p className={classes.good}>
          <IconCheck size={16} aria-hidden />
          {t('models.testOk', { time: formatDuration(result.latency_ms, language) })}
          {result.reply && (
            <span className={classes.detail}>{t('models.testReply', { reply: result.reply })}</span>
          )}
        </p>
      )}
      {result && !result.ok && (
        <p className={classes.bad}>
          <IconAlert size={16} aria-hidden />
          <span>
            <strong>{result.error?.message}</strong> {result.error?.hint}
          </span>
        </p>
      )}
    </div>
  )
}
