import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Role } from '@/api/types'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { CHOICES, OF_A_ROLE, change, type FieldOf } from './choices'
import { defaultsQuery, useChangeDefaults, type Defaults } from './defaults'
import classes from './Preferences.module.css'

const ROLES: Role[] = ['admin', 'agent', 'manager', 'guest']

interface DefaultsScreenProps {
  /** What is arranged for a role, below what is chosen for it. */
  renderLayout?: (defaults: Defaults) => ReactNode
}

/** What each role's members get until they choose for themselves. */
export function DefaultsScreen({ renderLayout }: DefaultsScreenProps) {
  const { t } = useTranslation()
  const defaults = useQuery(defaultsQuery)
  return (
    <Page title={t('preferences.defaults')} description={t('preferences.defaultsText')}>
      {defaults.isPending && <Skeleton height={480} radius="md" />}
      {defaults.isError && (
        <ProblemNotice error={defaults.error} onRetry={() => void defaults.refetch()} />
      )}
      {defaults.data && <Roles defaults={defaults.data} renderLayout={renderLayout} />}
    </Page>
  )
}

interface RolesProps {
  defaults: Defaults[]
  renderLayout: DefaultsScreenProps['renderLayout']
}

function Roles({ defaults, renderLayout }: RolesProps) {
  const { t } = useTranslation()
  const [role, setRole] = useState<Role>('guest')
  const save = useChangeDefaults()
  const held = defaults.find((one) => one.role === role)
  // What could not be saved stays chosen, for the role that it was chosen for.
  const unsaved = save.isError && save.variables.role === role ? save.variables.changes : {}

  return (
    <div className={classes.roles}>
      <div>
        <NativeSelect
          label={t('preferences.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        />
        <p role="status" className={classes.saved}>
          {save.isSuccess && t('common.saved')}
        </p>
      </div>
      {save.isError && (
        <ProblemNotice
          error={save.error}
          kept={t('preferences.defaultsKept')}
          onRetry={() => save.mutate(save.variables)}
        />
      )}
      {OF_A_ROLE.map((field) => (
        <Default
          key={field}
          field={field}
          value={{ ...held, ...unsaved }[field] ?? null}
          onChange={(text) => save.mutate({ role, changes: change(field, text) })}
        />
      ))}
      {held && renderLayout?.(held)}
    </div>
  )
}

interface DefaultProps {
  field: FieldOf<typeof OF_A_ROLE>
  value: string | number | null
  onChange: (text: string) => void
}

function Default({ field, value, onChange }: DefaultProps) {
  const { t } = useTranslation()
  const words = (one: string | number) =>
    t(`preferences.${field}.${one}` as 'preferences.theme.dark')
  return (
    <NativeSelect
      label={t(`preferences.${field}`)}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('preferences.unset') },
        ...CHOICES[field].map((one) => ({ value: String(one), label: words(one) })),
      ]}
    />
  )
}
