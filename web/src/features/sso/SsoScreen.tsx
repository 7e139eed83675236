import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconKey, IconPlus } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { AddDialog } from './AddDialog'
import { connectionsQuery, type Connection } from './api'
import { DirectorySection } from './DirectorySection'
import { Domains } from './Domains'
import { EnforcementSection } from './EnforcementSection'
import { SetupScreen } from './SetupScreen'
import classes from './Sso.module.css'

interface SsoScreenProps {
  /** The connection that is being set up, by its id. */
  chosen: string | null
  /** The test sign-in that the browser comes back from. */
  test: string | null
  onChoose: (id: string | null) => void
}

/** Identity providers, verified domains, and whether single sign-on is the only way in. */
export function SsoScreen({ chosen, test, onChoose }: SsoScreenProps) {
  const { t } = useTranslation()
  const connections = useQuery(connectionsQuery)
  const [adding, setAdding] = useState(false)
  const open = connections.data?.find(({ id }) => id === chosen)
  if (open) {
    return <SetupScreen key={open.id} connection={open} test={test} onBack={() => onChoose(null)} />
  }
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('idp.add')}
    </Button>
  )
  const found = connections.data ?? []
  return (
    <Page title={t('idp.title')} description={t('idp.text')} actions={found.length > 0 && add}>
      {connections.isPending && <Skeleton height={64} radius="md" />}
      {connections.isError && (
        <ProblemNotice error={connections.error} onRetry={() => void connections.refetch()} />
      )}
      {connections.data?.length === 0 && (
        <EmptyState icon={<IconKey size={22} />} title={t('idp.empty')} action={add}>
          {t('idp.emptyText')}
        </EmptyState>
      )}
      {found.length > 0 && (
        <ul className={classes.list} aria-label={t('idp.list')}>
          {found.map((connection) => (
            <Row key={connection.id} connection={connection} onOpen={onChoose} />
          ))}
        </ul>
      )}
      <Domains connections={found} />
      <EnforcementSection />
      <DirectorySection />
      {adding && (
        <AddDialog
          onClose={() => setAdding(false)}
          onAdded={({ id }) => {
            setAdding(false)
            onChoose(id)
          }}
        />
      )}
    </Page>
  )
}

interface RowProps {
  connection: Connection
  onOpen: (id: string) => void
}

function Row({ connection, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { id, name, kind, enabled, tested_at } = connection
  const state = enabled ? 'on' : tested_at ? 'off' : 'untested'
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>
          {t(`idp.kind.${kind}`)} ·{' '}
          <span className={classes.state} data-state={state}>
            {t(`idp.state.${state}`)}
          </span>
        </span>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('idp.openNamed', { name })}
        onClick={() => onOpen(id)}
      >
        {t('idp.open')}
      </Button>
    </li>
  )
}
