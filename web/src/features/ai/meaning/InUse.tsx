import type { Embeddings } from '@/api/types'
import { IconAlert, IconCheck, IconMeaning } from '@/components/icons'
import { useTranslation, type Translate } from '@/i18n'
import { builtinFacts } from './words'
import classes from './Meaning.module.css'

/** Which model search by meaning rests on, and what that means for the documents. */
export function InUse({ embeddings }: { embeddings: Embeddings }) {
  const { t, language } = useTranslation()
  const { choice, effective } = embeddings
  const { name, text } = described(embeddings, t, language)
  const usable = effective.kind === 'off' || Boolean(effective.model)
  const Icon = !usable ? IconAlert : effective.kind === 'off' ? IconMeaning : IconCheck
  const facts = [
    t(choice.kind === 'default' ? 'meaning.fromInstallation' : 'meaning.fromWorkspace'),
    choice.kind === 'endpoint' && choice.key_set ? t('meaning.keySet') : null,
    effective.model ? t('meaning.identifier', { model: effective.model }) : null,
    effective.dimensions ? t('meaning.dimensions', { dimensions: effective.dimensions }) : null,
  ].filter((fact) => fact !== null)
  return (
    <section aria-labelledby="meaning-in-use">
      <h2 id="meaning-in-use" className={classes.heading}>
        {t('meaning.inUse')}
      </h2>
      <div
        className={classes.state}
        data-tone={!usable ? 'warn' : effective.kind === 'off' ? 'quiet' : 'ok'}
      >
        <Icon className={classes.icon} size={18} aria-hidden />
        <div className={classes.words}>
          <p className={classes.name}>{name}</p>
          <p>{text}</p>
          <ul className={classes.facts}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function described({ choice, effective, builtin }: Embeddings, t: Translate, language: string) {
  if (effective.kind === 'off') return { name: t('meaning.off'), text: t('meaning.offFacts') }
  if (!effective.model) {
    const text = effective.kind === 'builtin' ? 'meaning.unusableBuiltin' : 'meaning.unusableOther'
    return { name: t('meaning.unusable'), text: t(text) }
  }
  if (effective.kind === 'builtin') {
    return { name: t('meaning.builtin'), text: builtinFacts(builtin, t, language) }
  }
  if (effective.kind === 'onnx') return { name: t('meaning.onnx'), text: t('meaning.onnxFacts') }
  const own = choice.kind === 'endpoint'
  return {
    name: t(own ? 'meaning.endpoint' : 'meaning.endpointOfInstallation'),
    text: t('meaning.sent'),
  }
}
