import { Link, Outlet } from '@tanstack/react-router'
import { may, useMe } from '@/api/me'
import type { Permission } from '@/api/types'
import {
  IconBell,
  IconBuilding,
  IconCpu,
  IconDownload,
  IconGlobe,
  IconKey,
  IconLink,
  IconLock,
  IconMeaning,
  IconOverview,
  IconPalette,
  IconSettings,
  IconShield,
  IconSliders,
  IconSparkle,
  IconTrail,
  IconUser,
  IconUsers,
  IconWords,
} from '@/components/icons'
import { useTranslation, type MessageKey } from '@/i18n'
import classes from './settings.module.css'

interface Section {
  to:
    | '/settings/profile'
    | '/settings/layout'
    | '/settings/security'
    | '/settings/notifications'
    | '/settings/habits'
    | '/settings/models'
    | '/settings/meaning'
    | '/settings/synonyms'
    | '/settings/roles'
    | '/settings/policy'
    | '/settings/branding'
    | '/settings/preferences'
    | '/settings/configuration'
    | '/settings/companies'
    | '/settings/sso'
    | '/settings/api-keys'
    | '/settings/applications'
    | '/settings/trail'
    | '/settings/workspace'
  label: MessageKey
  icon: typeof IconUser
  needs: Permission | null
}

const SECTIONS: Section[] = [
  { to: '/settings/profile', label: 'profile.title', icon: IconUser, needs: null },
  { to: '/settings/layout', label: 'layout.title', icon: IconOverview, needs: null },
  { to: '/settings/security', label: 'security.title', icon: IconShield, needs: null },
  { to: '/settings/notifications', label: 'notices.settings', icon: IconBell, needs: null },
  { to: '/settings/habits', label: 'habits.title', icon: IconSparkle, needs: null },
  { to: '/settings/applications', label: 'apps.title', icon: IconLink, needs: null },
  { to: '/settings/models', label: 'models.title', icon: IconCpu, needs: 'models.manage' },
  { to: '/settings/meaning', label: 'meaning.title', icon: IconMeaning, needs: 'models.manage' },
  { to: '/settings/synonyms', label: 'synonyms.title', icon: IconWords, needs: 'settings.manage' },
  { to: '/settings/roles', label: 'roles.title', icon: IconUsers, needs: 'roles.manage' },
  { to: '/settings/policy', label: 'policy.title', icon: IconLock, needs: 'security.manage' },
  { to: '/settings/sso', label: 'idp.title', icon: IconGlobe, needs: 'security.manage' },
  { to: '/settings/api-keys', label: 'keys.title', icon: IconKey, needs: 'apikeys.manage' },
  {
    to: '/settings/companies',
    label: 'companies.title',
    icon: IconBuilding,
    needs: 'companies.manage',
  },
  {
    to: '/settings/branding',
    label: 'branding.title',
    icon: IconPalette,
    needs: 'settings.manage',
  },
  {
    to: '/settings/preferences',
    label: 'preferences.defaults',
    icon: IconSliders,
    needs: 'settings.manage',
  },
  {
    to: '/settings/configuration',
    label: 'configuration.title',
    icon: IconSettings,
    needs: 'settings.manage',
  },
  { to: '/settings/trail', label: 'trail.title', icon: IconTrail, needs: 'trail.read' },
  {
    to: '/settings/workspace',
    label: 'data.title',
    icon: IconDownload,
    needs: 'workspace.export',
  },
]

export default function SettingsRoute() {
  const { t } = useTranslation()
  const me = useMe()
  const shown = SECTIONS.filter(({ needs }) => needs === null || may(me, needs))
  return (
    <div className={classes.layout}>
      {shown.length > 1 && (
        <nav className={classes.sections} aria-label={t('settings.sections')}>
          {shown.map(({ to, label, icon: Icon }) => (
            <Link key={to} to={to} className={classes.section}>
              <Icon size={16} aria-hidden />
              {t(label)}
            </Link>
          ))}
        </nav>
      )}
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  )
}
