import { Button, Group, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { formatDateTime } from '@/i18n/format'
import { directoryQuery, type Directory, type Failure } from './directory'
import { DirectoryGroups } from './DirectoryGroups'
import { DirectoryTokens } from './DirectoryTokens'
import classes from './Sso.module.css'

/** How a directory makes, changes and deactivates members by itself (SCIM), and what it did. */
export function DirectorySection() {
  const { t } = useTranslation()
  const directory = useQuery(directoryQuery)
  return (
    <section className={classes.section} aria-labelledby="sso-directory">
      <h2 id="sso-directory" className={classes.heading}>
        {t('scim.title')}
      </h2>
      <p className={classes.text}>{t('scim.text')}</p>
      {directory.isPending && <Skeleton height={96} radius="md" />}
      {directory.isError && (
        <ProblemNotice error={directory.error} onRetry={() => void directory.refetch()} />
      )}
      {directory.data && <Address url={directory.data.base_url} />}
      <DirectoryTokens />
      <DirectoryGroups />
      {directory.data && (
        <>
          <Sources sources={directory.data.sources} />
          <Failures
            failures={directory.data.failures}
            reading={directory.isFetching}
            onReload={() => void directory.refetch()}
          />
        </>
      )}
    </section>
  )
}

function Address({ url }: { url: string }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.values}>
      <div>
        <dt>{t('scim.address')}</dt>
        <dd className={classes.value}>
          <code>{url}</code>
          <CopyButton text={url} label={t('idp.copy', { what: t('scim.address') })} />
        </dd>
      </div>
    </dl>
  )
}

function Sources({ sources }: { sources: Directory['sources'] }) {
  const { t } = useTranslation()
  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>{t('scim.members')}</h3>
      <dl className={classes.counts}>
        {sources.map(({ source, active, inactive }) => (
          <div key={source}>
            <dt>{t(`scim.source.${source}`)}</dt>
            <dd>
              {t('scim.count', { count: active })}
              {inactive > 0 && ` · ${t('scim.inactive', { count: inactive })}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

interface FailuresProps {
  failures: Failure[]
  reading: boolean
  onReload: () => void
}

/** So many are enough to see what goes wrong; all of them on request. */
const SHOWN = 10

function Failures({ failures, reading, onReload }: FailuresProps) {
  const { t, language } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? failures : failures.slice(0, SHOWN)
  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>{t('scim.failures')}</h3>
      {failures.length === 0 && <p className={classes.text}>{t('scim.noFailures')}</p>}
      {failures.length > 0 && (
        <ul className={classes.list} aria-label={t('scim.failures')}>
          {shown.map(({ id, at, method, path, status, detail }) => (
            <li key={id} className={classes.row}>
              <div className={classes.words}>
                <span className={classes.name}>{detail || t('scim.noDetail')}</span>
                <span className={classes.detail}>
                  {formatDateTime(at, language)} · {method} {path} · {status}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs" mt="sm">
        {shown.length < failures.length && (
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            {t('scim.allFailures', { count: failures.length })}
          </Button>
        )}
        <Button variant="default" size="xs" loading={reading} onClick={onReload}>
          {t('scim.reload')}
        </Button>
      </Group>
    </div>
  )
}
