import { isProblem } from '@/api/problem'
import type { Translate } from '@/i18n'

/** Title and hint for any error; the server's own words where it sent some. */
export function problemText(error: unknown, t: Translate): { title: string; hint: string } {
  if (!isProblem(error)) return { title: t('problem.title'), hint: t('problem.hint') }
  if (error.offline) return { title: t('problem.offline.title'), hint: t('problem.offline.hint') }
  if (error.message) return { title: error.message, hint: error.hint }
  if (error.status === 413) return { title: t('problem.tooLarge'), hint: '' }
  return { title: t('problem.title'), hint: t('problem.hint') }
}
