import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SidebarEntry } from '@/api/layout'
import { may, useMe } from '@/api/me'
import { usePreferences } from '@/api/preferences'
import type { Me } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { Logo } from '@/components/Logo'
import { IconPlus, IconSearch, IconSettings, IconSidebar } from '@/components/icons'
import { ConversationList } from '@/features/assistant/ConversationList'
import { RequestCount } from '@/features/assistant/RequestCount'
import { UnreadCount } from '@/features/notices/Bell'
import { useTranslation } from '@/i18n'
import { ENTRIES, shownEntries } from './entries'
import { openPalette } from './overlayState'
import { UserMenu } from './UserMenu'
import classes from './Sidebar.module.css'

interface SidebarProps {
  onFold: () => void
  onNavigate?: () => void
}

export function Sidebar({ onFold, onNavigate }: SidebarProps) {
  const { t } = useTranslation()
  const me = useMe()
  const { sidebar: entries } = usePreferences()
  const navigate = useNavigate()

  function ask(): void {
    onNavigate?.()
    void navigate({ to: '/' }).then(() => document.getElementById('question')?.focus())
  }

  return (
    <nav className={classes.sidebar} aria-label={t('shell.navigation')}>
      <div className={classes.head}>
        <Logo size={28} src={me.looks?.logo_url} />
        <span className={classes.workspace}>{me.workspace.name}</span>
        <IconButton label={t('shell.hideSidebar')} onClick={onFold}>
          <IconSidebar size={18} />
        </IconButton>
      </div>
      <div className={classes.actions}>
        <button type="button" className={classes.ask} onClick={ask}>
          <IconPlus size={16} aria-hidden />
          {t('shell.newQuestion')}
        </button>
        <button type="button" className={classes.item} onClick={openPalette}>
          <IconSearch size={16} aria-hidden />
          {t('shell.search')}
          <kbd className={classes.keys}>{t('shell.paletteKeys')}</kbd>
        </button>
        {shownEntries(me.permissions, entries).map((name) => {
          const { to, label, icon: Icon } = ENTRIES[name]
          return (
            <SidebarLink key={name} to={to} icon={<Icon size={16} />} onClick={onNavigate}>
              {t(label)}
              {name === 'inbox' && <UnreadCount />}
              {name === 'requests' && <RequestCount />}
            </SidebarLink>
          )
        })}
        <SidebarLink to="/settings" icon={<IconSettings size={16} />} onClick={onNavigate}>
          {t('settings.title')}
        </SidebarLink>
      </div>
      <section className={classes.conversations} aria-labelledby="conversations-title">
        <h2 id="conversations-title">{t('conversations.title')}</h2>
        {may(me, 'conversations.read') && (
          <ConversationList onChoose={onNavigate} oversees={overseen(me)} />
        )}
      </section>
      <UserMenu />
    </nav>
  )
}

function overseen(me: Me): 'one' | 'several' | null {
  if (!may(me, 'company.oversee')) return null
  return me.member.company ? 'one' : 'several'
}

interface SidebarLinkProps {
  to: (typeof ENTRIES)[SidebarEntry]['to'] | '/settings'
  icon: ReactNode
  onClick: (() => void) | undefined
  children: ReactNode
}

function SidebarLink({ to, icon, onClick, children }: SidebarLinkProps) {
  return (
    <Link to={to} className={classes.item} onClick={onClick}>
      {icon}
      {children}
    </Link>
  )
}
