/** The sidebar's entries that can be arranged; who may see them, and where they lead. */
import { arranged, type SidebarEntry } from '@/api/layout'
import type { Permission } from '@/api/types'
import {
  IconBell,
  IconBook,
  IconHandover,
  IconHome,
  IconOverview,
  IconUsers,
} from '@/components/icons'
import type { MessageKey } from '@/i18n'

interface Entry {
  to: '/home' | '/inbox' | '/documents' | '/requests' | '/members' | '/admin'
  label: MessageKey
  icon: typeof IconBell
  needs?: Permission
}

export const ENTRIES: Record<SidebarEntry, Entry> = {
  home: { to: '/home', label: 'home.title', icon: IconHome },
  inbox: { to: '/inbox', label: 'notices.title', icon: IconBell },
  documents: {
    to: '/documents',
    label: 'documents.title',
    icon: IconBook,
    needs: 'documents.read',
  },
  requests: {
    to: '/requests',
    label: 'requests.title',
    icon: IconHandover,
    needs: 'companies.read',
  },
  members: { to: '/members', label: 'members.title', icon: IconUsers, needs: 'members.read' },
  overview: {
    to: '/admin',
    label: 'overview.title',
    icon: IconOverview,
    needs: 'settings.manage',
  },
}

export const EVERY_ENTRY = Object.keys(ENTRIES) as SidebarEntry[]

/** The entries that these permissions open, in the product's order. */
export function entriesFor(permissions: readonly Permission[]): SidebarEntry[] {
  return EVERY_ENTRY.filter((name) => {
    const { needs } = ENTRIES[name]
    return needs === undefined || permissions.includes(needs)
  })
}

/** Those that are shown: as arranged, and never what the permissions don't open. */
export function shownEntries(
  permissions: readonly Permission[],
  chosen: readonly SidebarEntry[] | null | undefined,
): SidebarEntry[] {
  return arranged(entriesFor(permissions), chosen)
}
