import { Button, Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconBack, IconDownload, IconTrash } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation, type MessageKey } from '@/i18n'
import { useChangeConnection, useRemoveConnection, type Connection } from './api'
import { Links } from './Links'
import { OidcForm } from './OidcForm'
import { RolesForm } from './RolesForm'
import { SamlForm } from './SamlForm'
import { TestStep } from './TestStep'
import classes from './Sso.module.css'

interface SetupScreenProps {
  connection: Connection
  test: string | null
  onBack: () => void
}

/** One identity provider, set up from top to bottom. */
export function SetupScreen({ connection, test, onBack }: SetupScreenProps) {
  const { t } = useTranslation()
  const Theirs = connection.kind === 'oidc' ? OidcForm : SamlForm
  return (
    <Page
      title={connection.name}
      description={t(`idp.kind.${connection.kind}`)}
      actions={
        <Button variant="default" leftSection={<IconBack size={16} />} onClick={onBack}>
          {t('idp.back')}
        </Button>
      }
    >
      <ol className={classes.steps}>
        <Step title={t('idp.step.ours')} text={t('idp.step.oursText')}>
          <OurValues connection={connection} />
        </Step>
        <Step title={t('idp.step.theirs')} text={t('idp.step.theirsText')}>
          <Theirs connection={connection} />
        </Step>
        <Step title={t('idp.step.people')} text={t('idp.step.peopleText')}>
          <RolesForm connection={connection} />
        </Step>
        <Step title={t('idp.step.test')} text={t('idp.step.testText')}>
          <TestStep connection={connection} test={test} />
        </Step>
        <Step title={t('idp.step.on')} text={t('idp.step.onText')}>
          <SwitchStep connection={connection} onRemoved={onBack} />
        </Step>
      </ol>
      <section className={classes.section} aria-labelledby="sso-links">
        <h2 id="sso-links" className={classes.heading}>
          {t('idp.step.links')}
        </h2>
        <p className={classes.text}>{t('idp.step.linksText')}</p>
        <Links connection={connection} />
      </section>
    </Page>
  )
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <h2 className={classes.heading}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {children}
    </li>
  )
}

/** What the identity provider has to be told about us. */
function OurValues({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const { service, kind } = connection
  const shown: [MessageKey, string][] =
    kind === 'oidc'
      ? [
          ['idp.redirectUri', service.redirect_uri],
          ['idp.logoutUri', service.logout_uri],
        ]
      : [
          ['idp.entityId', service.entity_id],
          ['idp.acsUrl', service.acs_url],
          ['idp.slsUrl', service.sls_url],
        ]
  return (
    <>
      <dl className={classes.values}>
        {[...shown, ['idp.startUrl', service.start_url] as [MessageKey, string]].map(
          ([label, value]) => (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd className={classes.value}>
                <code>{value}</code>
                <CopyButton text={value} label={t('idp.copy', { what: t(label) })} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {kind === 'saml' && (
        <Button
          component="a"
          href={new URL(service.metadata_url).pathname}
          download="netz-ai-saml.xml"
          variant="default"
          size="xs"
          mt="sm"
          leftSection={<IconDownload size={14} />}
        >
          {t('idp.ourMetadata')}
        </Button>
      )}
    </>
  )
}

function SwitchStep({ connection, onRemoved }: { connection: Connection; onRemoved: () => void }) {
  const { t } = useTranslation()
  const change = useChangeConnection(connection.id)
  const remove = useRemoveConnection()
  const [removing, setRemoving] = useState(false)

  function confirmRemoval(): void {
    remove.mutate(connection.id, {
      onSuccess: () => {
        notify(t('idp.removed'))
        onRemoved()
      },
      onError: (error) => notifyProblem(error, t),
      onSettled: () => setRemoving(false),
    })
  }

  return (
    <div className={classes.form}>
      {change.isError && <ProblemNotice error={change.error} />}
      <Switch
        label={t('idp.enabled')}
        checked={connection.enabled}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
      />
      <Switch
        label={t('idp.singleLogout')}
        description={t('idp.singleLogoutHint')}
        checked={connection.single_logout}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ single_logout: event.currentTarget.checked })}
      />
      {connection.kind === 'saml' && (
        <Switch
          label={t('idp.idpInitiated')}
          description={t('idp.idpInitiatedHint')}
          checked={connection.allow_idp_initiated}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ allow_idp_initiated: event.currentTarget.checked })}
        />
      )}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconTrash size={16} />}
        onClick={() => setRemoving(true)}
      >
        {t('idp.remove')}
      </Button>
      {removing && (
        <ConfirmDialog
          title={t('idp.removeTitle', { name: connection.name })}
          text={t('idp.removeText')}
          confirm={t('common.delete')}
          danger
          busy={remove.isPending}
          onConfirm={confirmRemoval}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  )
}
