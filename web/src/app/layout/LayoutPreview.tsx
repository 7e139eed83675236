import type { Permission } from '@/api/types'
import { useTranslation } from '@/i18n'
import { ENTRIES, shownEntries } from '../entries'
import { WIDE, WIDGETS, shownWidgets } from '../home/widgets'
import type { Layout } from './LayoutEditor'
import classes from './Layout.module.css'

interface LayoutPreviewProps {
  layout: Layout
  permissions: readonly Permission[]
}

/** The sidebar and the home page in small, as who has these permissions sees them. */
export function LayoutPreview({ layout, permissions }: LayoutPreviewProps) {
  const { t } = useTranslation()
  const wide = layout.wide_widgets ?? WIDE
  const entries = shownEntries(permissions, layout.sidebar)
  const widgets = shownWidgets(permissions, layout.widgets)
  return (
    <figure className={classes.preview} aria-labelledby="layout-preview">
      <figcaption id="layout-preview">{t('layout.previewText')}</figcaption>
      <ul aria-label={t('layout.sidebar')}>
        {entries.map((name) => (
          <li key={name}>{t(ENTRIES[name].label)}</li>
        ))}
        <li>{t('settings.title')}</li>
      </ul>
      {widgets.length === 0 && <p>{t('layout.nothingShown')}</p>}
      {widgets.length > 0 && (
        <ul className={classes.tiles} aria-label={t('layout.widgets')}>
          {widgets.map((name) => (
            <li key={name} data-wide={wide.includes(name) || undefined}>
              {t(WIDGETS[name].title)}
            </li>
          ))}
        </ul>
      )}
    </figure>
  )
}
