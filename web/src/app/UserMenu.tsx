import { Avatar, Menu, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useMe, useUpdateMe } from '@/api/me'
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
import { openHelp } from './overlayState'
import { forgetPerson } from './queryClient'
import { useColors } from './useColors'
import { WorkspaceMenu } from './WorkspaceMenu'
import classes from './UserMenu.module.css'

export function UserMenu() {
  const { t, language, setLanguage } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const update = useUpdateMe()
  const { dark, setTheme } = useColors()
  const other = language === 'fr' ? 'en' : 'fr'
  const onError = (error: unknown) => notifyProblem(error, t)

  async function leave(): Promise<void> {
    try {
      await signOut()
    } catch (error) {
      onError(error)
      return
    }
    await navigate({ to: '/sign-in' })
    forgetPerson()
  }

  function changeLanguage(): void {
    setLanguage(other)
    update.mutate({ language: other }, { onError })
  }

  return (
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
        <Menu.Item leftSection={<IconGlobe size={16} />} onClick={changeLanguage} lang={other}>
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
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
