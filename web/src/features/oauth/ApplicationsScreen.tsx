import { Page } from '@/components/Page'
import { useTranslation } from '@/i18n'
import { ConnectionList } from './ConnectionList'
import { RegisteredApplications } from './RegisteredApplications'
import classes from './Oauth.module.css'

/** One's own connected applications and, for who looks after security, the workspace's. */
export function ApplicationsScreen({ manages }: { manages: boolean }) {
  const { t } = useTranslation()
  return (
    <Page title={t('apps.title')} description={t('apps.text')}>
      <ConnectionList />
      {manages && (
        <>
          <RegisteredApplications />
          <section className={classes.section} aria-labelledby="apps-everyone">
            <div className={classes.heading}>
              <h2 id="apps-everyone">{t('apps.everyone')}</h2>
            </div>
            <ConnectionList everyone />
          </section>
        </>
      )}
    </Page>
  )
}
