import { Text } from '@mantine/core'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { useCountdown } from './useCountdown'
import { readable } from './words'

interface FormProblemProps {
  error: unknown
  /** When it happened; a wait that the server asks for counts from there. */
  at: number
  kept?: string
}

/** A form's refusal in plain words; after too many tries, how long to wait. */
export function FormProblem({ error, at, kept }: FormProblemProps) {
  const { t } = useTranslation()
  const wait = isProblem(error) && error.status === 429 ? error.retryAfter : 0
  const left = useCountdown(wait, at)
  if (!error || (wait > 0 && left === 0)) return null
  return (
    <div>
      <ProblemNotice error={readable(error, t)} {...(kept ? { kept } : {})} />
      {left > 0 && (
        <Text size="sm" c="dimmed" mt={8} role="timer" aria-live="off">
          {t('wait.left', { time: clockTime(left) })}
        </Text>
      )}
    </div>
  )
}

/** 95 seconds as "1:35". */
function clockTime(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, '0')
  return `${String(Math.floor(seconds / 60))}:${rest}`
}
