import { Button, Menu, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rolesQuery, useDeleteRole } from '@/api/roles'
import type { Permission, RoleDefinition } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { IconButton } from '@/components/IconButton'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconCopy, IconDots, IconEdit, IconPlus, IconTrash, IconUsers } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { copyOf, newRole, type RoleForm } from './drafts'
import { PermissionMatrix } from './PermissionMatrix'
import { RoleDialog } from './RoleDialog'
import classes from './Roles.module.css'

/** The permissions of every role, and the workspace's own roles with who holds them. */
export function RolesScreen({ own }: { own: Permission[] }) {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  const [form, setForm] = useState<RoleForm | null>(null)
  const agent = roles.data?.find(({ id, base }) => id === null && base === 'agent')
  return (
    <Page
      wide
      title={t('roles.title')}
      description={t('roles.text')}
      actions={
        agent && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setForm(newRole(agent))}>
            {t('roles.add')}
          </Button>
        )
      }
    >
      {roles.isPending && <Skeleton height={320} radius="md" aria-hidden />}
      {roles.isError && <ProblemNotice error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && (
        <>
          <h2 className={classes.heading}>{t('roles.custom')}</h2>
          <CustomRoles
            roles={roles.data.filter(({ id }) => id !== null)}
            onEdit={setForm}
            onCopy={(role) => setForm(copyOf(role, t('roles.copyOf', { name: role.name })))}
          />
          <h2 className={classes.heading}>{t('roles.matrix')}</h2>
          <PermissionMatrix roles={roles.data} />
        </>
      )}
      {form && roles.data && (
        <RoleDialog form={form} roles={roles.data} own={own} onClose={() => setForm(null)} />
      )}
    </Page>
  )
}

interface CustomRolesProps {
  roles: RoleDefinition[]
  onEdit: (form: RoleForm) => void
  onCopy: (role: RoleDefinition) => void
}

function CustomRoles({ roles, onEdit, onCopy }: CustomRolesProps) {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState<RoleDefinition | null>(null)
  const remove = useDeleteRole()

  function confirmed(role: RoleDefinition): void {
    setLeaving(null)
    remove.mutate(role.id ?? '', {
      onSuccess: () => void notify(t('roles.deleted', { name: role.name })),
      onError: (error) => notifyProblem(error, t),
    })
  }

  if (roles.length === 0) {
    return (
      <EmptyState icon={<IconUsers size={22} />} title={t('roles.empty')}>
        {t('roles.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={classes.list} aria-label={t('roles.custom')}>
        {roles.map((role) => (
          <li key={role.id} className={classes.row}>
            <div className={classes.words}>
              <span className={classes.name}>{role.name}</span>
              <span className={classes.detail}>
                {[
                  t('roles.basedOn', { role: t(`role.${role.base}`) }),
                  t('roles.count', { count: role.permissions.length }),
                ].join(' · ')}
              </span>
              {role.description && <span className={classes.detail}>{role.description}</span>}
            </div>
            <Holders names={role.holders} />
            <RoleMenu
              role={role}
              onEdit={() => onEdit({ ...role })}
              onCopy={() => onCopy(role)}
              onDelete={() => setLeaving(role)}
            />
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={t('roles.deleteTitle', { name: leaving.name })}
          text={t('roles.deleteText')}
          confirm={t('roles.delete', { name: leaving.name })}
          danger
          onClose={() => setLeaving(null)}
          onConfirm={() => confirmed(leaving)}
        />
      )}
    </>
  )
}

/** So many names fit in a line. */
const NAMED = 3

function Holders({ names }: { names: string[] }) {
  const { t } = useTranslation()
  if (names.length === 0) return <span className={classes.holders}>{t('roles.noHolders')}</span>
  const shown = names.slice(0, NAMED).join(', ')
  const rest = names.length - NAMED
  return (
    <span className={classes.holders}>
      {t('roles.holders', {
        count: names.length,
        names: rest > 0 ? `${shown} + ${rest}` : shown,
      })}
    </span>
  )
}

interface RoleMenuProps {
  role: RoleDefinition
  onEdit: () => void
  onCopy: () => void
  onDelete: () => void
}

function RoleMenu({ role, onEdit, onCopy, onDelete }: RoleMenuProps) {
  const { t } = useTranslation()
  const { name } = role
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <IconButton label={t('members.actionsFor', { name })}>
          <IconDots size={16} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit}>
          {t('roles.edit', { name })}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          {t('roles.duplicate', { name })}
        </Menu.Item>
        <Menu.Item color="var(--n-danger)" leftSection={<IconTrash size={16} />} onClick={onDelete}>
          {t('roles.delete', { name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
