/** Names and causes in the reader's language. */
import type { Embeddings } from '@/api/types'
import type { MessageKey, Translate } from '@/i18n'
import { formatSize } from '@/i18n/format'

const CAUSES = {
  'model.timeout': 'meaning.cause.model.timeout',
  'model.rate_limited': 'meaning.cause.model.rate_limited',
  'model.quota': 'meaning.cause.model.quota',
  'model.refused': 'meaning.cause.model.refused',
  'model.malformed': 'meaning.cause.model.malformed',
  'model.auth': 'meaning.cause.model.auth',
  'model.not_found': 'meaning.cause.model.not_found',
  'model.too_long': 'meaning.cause.model.too_long',
  'model.rejected': 'meaning.cause.model.rejected',
  'model.unavailable': 'meaning.cause.model.unavailable',
  'model.unreachable': 'meaning.cause.model.unreachable',
  'model.blocked': 'meaning.cause.model.blocked',
  'embeddings.dimensions': 'meaning.cause.embeddings.dimensions',
} as const satisfies Record<string, MessageKey>

/** What went wrong and what to do, by the server's code. */
export function causeText(code: string, t: Translate): string {
  return code in CAUSES
    ? t(CAUSES[code as keyof typeof CAUSES])
    : t('meaning.cause.unknown', { code })
}

/** A model as people know it: the built-in one by that name. */
export function modelName(model: string, builtin: Embeddings['builtin'], t: Translate): string {
  return model === builtin.name ? t('meaning.builtin') : model
}

export function builtinFacts(
  { size_bytes: size }: Embeddings['builtin'],
  t: Translate,
  language: string,
): string {
  return size
    ? t('meaning.builtinFacts', { size: formatSize(size, language) })
    : t('meaning.builtinFactsNoSize')
}
