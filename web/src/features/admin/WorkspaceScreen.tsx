import { may, useMe } from '@/api/me'
import { Page } from '@/components/Page'
import { useTranslation } from '@/i18n'
import classes from './Admin.module.css'
import { WorkspaceDeletion } from './WorkspaceDeletion'
import { WorkspaceExports } from './WorkspaceExports'

/** All data of the workspace: taking it along, and ending it. */
export function WorkspaceScreen() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <Page title={t('data.title')} description={t('data.text')}>
      <div className={classes.form}>
        <WorkspaceExports />
        {may(me, 'workspace.delete') && <WorkspaceDeletion name={me.workspace.name} />}
      </div>
    </Page>
  )
}
