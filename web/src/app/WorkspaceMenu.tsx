import { Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/api/client'
import { useMe } from '@/api/me'
import type { Me } from '@/api/types'
import { IconBuilding, IconCheck } from '@/components/icons'
import { notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import classes from './UserMenu.module.css'

type Choice = Me['workspaces'][number]

/** What a workspace may still ask of this sign-in, and where that is given. */
const ASKED = {
  sso: '/sso-needed',
  mfa: '/two-factor-setup',
} as const

/** The other workspaces of the person, opened by the same sign-in. */
export function WorkspaceMenu() {
  const { t } = useTranslation()
  const { workspace, workspaces } = useMe()
  const navigate = useNavigate()
  const open = useMutation({
    mutationFn: (id: string) => api.put<undefined>('/me/workspace', { workspace_id: id }),
    // From the start: nothing of the workspace that is left may stay on the screen.
    onSuccess: () => window.location.assign('/'),
    onError: (error) => notifyProblem(error, t),
  })

  function choose({ id, needs }: Choice): void {
    if (needs === 'sso' || needs === 'mfa') void navigate({ to: ASKED[needs] })
    else if (id !== workspace.id) open.mutate(id)
  }

  if (workspaces.length < 2) return null
  return (
    <>
      <Menu.Label>{t('switch.title')}</Menu.Label>
      {workspaces.map((one) => (
        <Menu.Item
          key={one.id}
          leftSection={<IconBuilding size={16} />}
          rightSection={one.id === workspace.id && <IconCheck size={16} aria-hidden />}
          aria-current={one.id === workspace.id || undefined}
          disabled={open.isPending}
          onClick={() => choose(one)}
        >
          <span className={classes.choice}>
            <span className={classes.name}>{one.name}</span>
            <span className={classes.role}>{t(`role.${one.role}`)}</span>
          </span>
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}
