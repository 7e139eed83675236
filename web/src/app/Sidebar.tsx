import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { may, useMe } from '@/api/me'
import type { Me } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { Logo } from '@/components/Logo'
import {
  IconBell,
  IconBook,
  IconHandover,
  IconOverview,
  IconPlus,
  IconSearch,
  IconSettings,
  IconSidebar,
  IconUsers,
} from '@/components/icons'
import { ConversationList } from '@/features/assistant/ConversationList'
import { RequestCount } from '@/features/assistant/RequestCount'
import { UnreadCount } from '@/features/notices/Bell'
import { useTranslation } from '@/i18n'
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
        <SidebarLink to="/inbox" icon={<IconBell size={16} />} onClick={onNavigate}>
          {t('notices.title')}
          <UnreadCount />
        </SidebarLink>
        {may(me, 'documents.read') && (
          <SidebarLink to="/documents" icon={<IconBook size={16} />} onClick={onNavigate}>
            {t('documents.title')}
          </SidebarLink>
        )}
        {may(me, 'companies.read') && (
          <SidebarLink to="/requests" icon={<IconHandover size={16} />} onClick={onNavigate}>
            {t('requests.title')}
            <RequestCount />
          </SidebarLink>
        )}
        {may(me, 'members.read') && (
          <SidebarLink to="/members" icon={<IconUsers size={16} />} onClick={onNavigate}>
            {t('members.title')}
          </SidebarLink>
        )}
        {may(me, 'settings.manage') && (
          <SidebarLink to="/admin" icon={<IconOverview size={16} />} onClick={onNavigate}>
            {t('overview.title')}
          </SidebarLink>
        )}
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
  to: '/documents' | '/members' | '/requests' | '/inbox' | '/admin' | '/settings'
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
