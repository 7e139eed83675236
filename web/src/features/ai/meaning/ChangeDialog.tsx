import type { Embeddings, EmbeddingsDraft } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useTranslation, type Translate } from '@/i18n'
import { passagesOf, type Consequence } from './situation'

interface ChangeDialogProps {
  consequence: Exclude<Consequence, 'none'>
  request: EmbeddingsDraft
  embeddings: Embeddings
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Says how much will be read again and where it goes, before a change of model. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { consequence, request, embeddings, busy, onConfirm, onClose } = props
  const { t } = useTranslation()
  const off = consequence === 'off'
  return (
    <ConfirmDialog
      title={t(off ? 'meaning.offTitle' : 'meaning.changeTitle')}
      text={off ? t('meaning.offText') : warning(consequence, request, embeddings, t)}
      confirm={t(off ? 'meaning.turnOff' : 'meaning.change')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}

function warning(
  consequence: 'reread' | 'perhaps',
  request: EmbeddingsDraft,
  embeddings: Embeddings,
  t: Translate,
): string {
  const count = passagesOf(embeddings)
  const words = {
    reread: count === null ? t('meaning.changeTextAll') : t('meaning.changeText', { count }),
    perhaps: count === null ? t('meaning.changeMaybe') : t('meaning.changeMaybeCount', { count }),
  }
  const host = request.base_url ? hostOf(request.base_url) : null
  return [
    words[consequence],
    host && t('meaning.changeSent', { host }),
    t('meaning.changeMeanwhile'),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The host as people know it; what is no address is shown as it was typed. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
