import {
  Spotlight,
  spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { may, useMe } from '@/api/me'
import { useChangePreferences } from '@/api/preferences'
import {
  IconChat,
  IconCpu,
  IconGlobe,
  IconKey,
  IconKeyboard,
  IconMeaning,
  IconMoon,
  IconOverview,
  IconPlus,
  IconSearch,
  IconSettings,
  IconSun,
  IconUser,
  IconWords,
} from '@/components/icons'
import { conversationsQuery } from '@/features/assistant/api'
import { useTranslation } from '@/i18n'
import { ENTRIES, entriesFor } from './entries'
import { onOverlay, openHelp } from './overlayState'
import { useColors } from './useColors'

export function Palette() {
  const { t } = useTranslation()
  useEffect(() => onOverlay('palette', () => spotlight.open()), [])
  const actions: SpotlightActionGroupData[] = [
    { group: t('palette.go'), actions: useDestinations() },
    { group: t('palette.do'), actions: useCommands() },
    { group: t('conversations.title'), actions: useConversations() },
  ]
  return (
    <Spotlight
      actions={actions}
      attributes={{ content: { 'aria-label': t('shell.search') } }}
      // The shell listens for it, also before this code is there.
      shortcut={null}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      limit={30}
      radius="lg"
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  )
}

function useDestinations(): SpotlightActionData[] {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const places = [
    { id: 'new', label: t('shell.newQuestion'), icon: IconPlus, to: '/', shown: true },
    // Also those that the person has hidden in the sidebar.
    ...entriesFor(me.permissions).map((id) => {
      const { label, icon, to } = ENTRIES[id]
      return { id, label: t(label), icon, to, shown: true }
    }),
    {
      id: 'profile',
      label: t('profile.title'),
      icon: IconUser,
      to: '/settings/profile',
      shown: true,
    },
    {
      id: 'layout',
      label: t('layout.title'),
      icon: IconOverview,
      to: '/settings/layout',
      shown: true,
    },
    {
      id: 'settings',
      label: t('settings.title'),
      icon: IconSettings,
      to: '/settings',
      shown: true,
    },
    {
      id: 'models',
      label: t('models.title'),
      icon: IconCpu,
      to: '/settings/models',
      shown: may(me, 'models.manage'),
    },
    {
      id: 'meaning',
      label: t('meaning.title'),
      icon: IconMeaning,
      to: '/settings/meaning',
      shown: may(me, 'models.manage'),
    },
    {
      id: 'synonyms',
      label: t('synonyms.title'),
      icon: IconWords,
      to: '/settings/synonyms',
      shown: may(me, 'settings.manage'),
    },
    {
      id: 'keys',
      label: t('keys.title'),
      icon: IconKey,
      to: '/settings/api-keys',
      shown: may(me, 'apikeys.manage'),
    },
    {
      id: 'configuration',
      label: t('configuration.title'),
      icon: IconSettings,
      to: '/settings/configuration',
      shown: may(me, 'settings.manage'),
    },
  ]
  return places
    .filter((place) => place.shown)
    .map(({ id, label, icon: Icon, to }) => ({
      id,
      label,
      leftSection: <Icon size={18} />,
      onClick: () => void navigate({ to }),
    }))
}

function useCommands(): SpotlightActionData[] {
  const { t, language } = useTranslation()
  const { dark, setTheme } = useColors()
  const change = useChangePreferences()
  const other = language === 'fr' ? 'en' : 'fr'
  return [
    {
      id: 'theme',
      label: dark ? t('user.light') : t('user.dark'),
      leftSection: dark ? <IconSun size={18} /> : <IconMoon size={18} />,
      onClick: () => setTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: t('user.otherLanguage'),
      leftSection: <IconGlobe size={18} />,
      onClick: () => change.mutate({ language: other }),
    },
    {
      id: 'help',
      label: t('help.title'),
      leftSection: <IconKeyboard size={18} />,
      onClick: openHelp,
    },
  ]
}

function useConversations(): SpotlightActionData[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data = [] } = useQuery(conversationsQuery)
  return data.slice(0, 10).map(({ id, title }) => ({
    id: `conversation-${id}`,
    label: title || t('conversations.untitled'),
    leftSection: <IconChat size={18} />,
    onClick: () =>
      void navigate({ to: '/conversations/$conversationId', params: { conversationId: id } }),
  }))
}
