import { VisuallyHidden } from '@mantine/core'
import type { Permission, RoleDefinition } from '@/api/types'
import { IconCheck } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Roles.module.css'

/** One row a permission, one column a role; it scrolls sideways where it must. */
export function PermissionMatrix({ roles }: { roles: RoleDefinition[] }) {
  const { t } = useTranslation()
  const title = (role: RoleDefinition) => (role.id === null ? t(`role.${role.base}`) : role.name)
  const rows = [...new Set(roles.flatMap(({ permissions }) => permissions))].sort(
    (one, other) => holders(roles, other) - holders(roles, one) || one.localeCompare(other),
  )
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.matrix} role="region" aria-label={t('roles.matrix')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('roles.permission')}</th>
            {roles.map((role) => (
              <th key={role.id ?? role.name} scope="col">
                {title(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`permission.${permission}`)}</th>
              {roles.map((role) => (
                <Cell
                  key={role.id ?? role.name}
                  name={title(role)}
                  held={role.permissions.includes(permission)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function holders(roles: RoleDefinition[], permission: Permission): number {
  return roles.filter(({ permissions }) => permissions.includes(permission)).length
}

function Cell({ name, held }: { name: string; held: boolean }) {
  const { t } = useTranslation()
  return (
    <td data-held={held || undefined}>
      {held ? <IconCheck size={16} aria-hidden /> : <span aria-hidden>–</span>}
      <VisuallyHidden>{t(held ? 'roles.has' : 'roles.hasNot', { role: name })}</VisuallyHidden>
    </td>
  )
}
