import type { Audience } from '@/api/types'
import { IconBuilding, IconGlobe, IconUsers } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './AudienceLabel.module.css'

const ICONS = { public: IconGlobe, workspace: IconUsers, companies: IconBuilding }

/** Who may be answered from a document, in a few words. */
export function AudienceLabel({ audience }: { audience: Audience }) {
  const { t } = useTranslation()
  const { kind, companies, inherited } = audience
  const Icon = ICONS[kind]
  const [first] = companies
  const text =
    kind !== 'companies'
      ? t(`audience.${kind}`)
      : companies.length === 1 && first
        ? first.name
        : t('audience.countCompanies', { count: companies.length })
  const details = companies.map(({ name }) => name).join(', ')
  return (
    <span className={classes.label} title={inherited ? t('audience.inherited') : details}>
      <Icon size={14} aria-hidden />
      <span className={classes.text}>{text}</span>
    </span>
  )
}
