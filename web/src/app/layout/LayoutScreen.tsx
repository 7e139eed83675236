import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMe } from '@/api/me'
import { useChangePreferences, usePreferences, useUnsaved } from '@/api/preferences'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { LAYOUT_FIELDS, LayoutEditor, NO_LAYOUT } from './LayoutEditor'
import classes from './Layout.module.css'

/** One's own layout: worn at once, saved, and then on every device. */
export function LayoutScreen() {
  const { t } = useTranslation()
  const me = useMe()
  const held = usePreferences()
  const unsaved = useUnsaved()
  const save = useChangePreferences()
  const isOwn = LAYOUT_FIELDS.some((field) => held.chosen.includes(field))
  return (
    <Page title={t('layout.title')} description={t('layout.text')}>
      <div className={classes.actions}>
        <Link to="/home">{t('layout.openHome')}</Link>
        {isOwn && (
          <Button variant="default" onClick={() => save.mutate(NO_LAYOUT)}>
            {t('layout.resetAll')}
          </Button>
        )}
      </div>
      <p role="status" className={classes.saved}>
        {save.isSuccess && (isOwn ? t('common.saved') : t('layout.resetDone'))}
      </p>
      {save.isError && (
        <ProblemNotice
          error={save.error}
          kept={t('layout.kept')}
          onRetry={() => save.mutate(unsaved)}
        />
      )}
      <LayoutEditor layout={held} permissions={me.permissions} onChange={save.mutate} />
    </Page>
  )
}
