import { Avatar, Menu, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '@/api/me'
import { useChangePreferences } from '@/api/preferences'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import {
  IconDots,
  IconGlobe,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconShield,
  IconSun,
  IconUser,
} from '@/components/icons'
import { notifyProblem } from '@/components/notify'
import { signOut } from '@/features/accounts/session'
import { useTranslation } from '@/i18n'
import { countWaiting } from '@/offline/leaving'
import { useOffline } from '@/offline/useOffline'
import { openHelp } from './overlayState'
import { forgetPerson } from './queryClient'
import { useColors } from './useColors'
import { WorkspaceMenu } from './WorkspaceMenu'
import classes from './UserMenu.module.css'

export function UserMenu() {
  const { t, language } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const change = useChangePreferences()
  const { dark, setTheme } = useColors()
  const offline = useOffline()
  /** So many questions have not gone yet: whoever leaves is asked first. */
  const [waiting, setWaiting] = useState(0)
  const other = language === 'fr' ? 'en' : 'fr'
  const onError = (error: unknown) => notifyProblem(error, t)

  async function leaveUnlessWaiting(): Promise<void> {
    const count = await countWaiting()
    if (count > 0) setWaiting(count)
    else await leave()
  }

  async function leave(): Promise<void> {
    setWaiting(0)
    try {
      await signOut('everything')
    } catch (error) {
      onError(error)
      return
    }
    await navigate({ to: '/sign-in' })
    forgetPerson()
  }

  return (
    <>
      <Menu position="top-start" width={240} shadow="md">
        <Menu.Target>
          <button type="button" className={classes.user}>
            <VisuallyHidden>{t('user.menu')}</VisuallyHidden>
            <Avatar size={32} radius="xl" color="petrol" name={me.user.name} aria-hidden />
            <span className={classes.words}>
              <span className={classes.name}>{me.user.name}</span>
              <span className={classes.role}>
                {me.member.custom_role?.name ?? t(`role.${me.member.role}`)}
              </span>
            </span>
            <IconDots size={16} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <WorkspaceMenu />
          <Menu.Item
            leftSection={<IconUser size={16} />}
            onClick={() => void navigate({ to: '/settings/profile' })}
          >
            {t('profile.title')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconShield size={16} />}
            onClick={() => void navigate({ to: '/settings/security' })}
          >
            {t('security.title')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconGlobe size={16} />}
            onClick={() => change.mutate({ language: other }, { onError })}
            lang={other}
          >
            {t('user.otherLanguage')}
          </Menu.Item>
          <Menu.Item
            leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />}
            onClick={() => setTheme(dark ? 'light' : 'dark')}
          >
            {dark ? t('user.light') : t('user.dark')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openHelp}>
            {t('help.title')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} />}
            disabled={offline}
            onClick={() => void leaveUnlessWaiting()}
          >
            {t('user.signOut')}
          </Menu.Item>
          {offline && <Menu.Label>{t('offline.noSignOut')}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {waiting > 0 && (
        <ConfirmDialog
          danger
          title={t('waiting.leaveTitle')}
          text={t('waiting.leaveText', { count: waiting })}
          confirm={t('waiting.leave')}
          onConfirm={() => void leave()}
          onClose={() => setWaiting(0)}
        />
      )}
    </>
  )
}
