import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { rolesQuery } from '@/api/roles'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useChangeDefaults, type Defaults } from '@/features/accounts/preferences/defaults'
import { useTranslation } from '@/i18n'
import { LAYOUT_FIELDS, LayoutEditor, NO_LAYOUT, type Layout } from './LayoutEditor'
import { LayoutPreview } from './LayoutPreview'
import classes from './Layout.module.css'

/** What a role's members see until they arrange it themselves, with what that looks like. */
export function RoleLayout({ defaults }: { defaults: Defaults }) {
  const { t } = useTranslation()
  const { role } = defaults
  const save = useChangeDefaults()
  const roles = useQuery(rolesQuery)
  const permissions = roles.data?.find(({ id, base }) => id === null && base === role)?.permissions
  // What is on its way, or could not be saved, stays as it was chosen.
  const unsaved = !save.isSuccess && save.variables?.role === role ? save.variables.changes : {}
  const layout: Layout = { ...defaults, ...unsaved }
  const isSet = LAYOUT_FIELDS.some((field) => layout[field])
  return (
    <section aria-labelledby="role-layout">
      <h2 id="role-layout">{t('layout.ofRole')}</h2>
      <p className={classes.hint}>{t('layout.ofRoleText')}</p>
      <p role="status" className={classes.saved}>
        {save.isSuccess && t('common.saved')}
      </p>
      {save.isError && (
        <ProblemNotice
          error={save.error}
          kept={t('preferences.defaultsKept')}
          onRetry={() => save.mutate(save.variables)}
        />
      )}
      {roles.isPending && <Skeleton height={320} radius="md" />}
      {roles.isError && <ProblemNotice error={roles.error} onRetry={() => void roles.refetch()} />}
      {permissions && (
        <>
          <LayoutPreview layout={layout} permissions={permissions} />
          {isSet && (
            <Button
              variant="default"
              mb="lg"
              onClick={() => save.mutate({ role, changes: NO_LAYOUT })}
            >
              {t('layout.resetRole')}
            </Button>
          )}
          <LayoutEditor
            layout={layout}
            permissions={permissions}
            onChange={(changes) => save.mutate({ role, changes })}
          />
        </>
      )}
    </section>
  )
}
