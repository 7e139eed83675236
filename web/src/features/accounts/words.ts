/** Refusals of the sign-in API in plain words: what happened and what helps. */
import { Problem, isProblem } from '@/api/problem'
import type { MessageKey, Translate } from '@/i18n'

type Words = readonly [title: MessageKey, hint: MessageKey]

const WORDS: Record<string, Words> = {
  email_password_mismatch: ['signIn.mismatch', 'signIn.mismatchHint'],
  too_many_login_attempts: ['signIn.tooMany', 'signIn.tooManyHint'],
  incorrect_code: ['code.wrong', 'code.wrongHint'],
  incorrect_password: ['stepUp.wrongPassword', 'signIn.mismatchHint'],
  enter_current_password: ['stepUp.wrongPassword', 'signIn.mismatchHint'],
  'code.no_more': ['code.noMore', 'code.noMoreHint'],
  'code.over': ['code.over', 'code.overHint'],
  'passkey.cancelled': ['passkey.cancelled', 'passkey.cancelledHint'],
  'passkey.known': ['passkey.known', 'passkey.knownHint'],
  'passkey.unavailable': ['passkey.unavailable', 'passkey.unavailableHint'],
  'access.step_up_needed': ['stepUp.given.up', 'stepUp.given.upHint'],
}

/** The same error, with our words where the sign-in API has only a code for it. */
export function readable(error: unknown, t: Translate): unknown {
  if (!isProblem(error) || error.offline) return error
  if (error.status === 429) {
    const hint = error.retryAfter ? '' : t('signIn.tooManyHint')
    return worded(error, error.message || t('signIn.tooMany'), error.hint || hint)
  }
  const words = WORDS[error.code]
  return words ? worded(error, t(words[0]), t(words[1])) : error
}

function worded(error: Problem, title: string, hint: string): Problem {
  return new Problem(
    { title, hint, code: error.code, request_id: error.requestId, retry_after: error.retryAfter },
    error.status,
  )
}
