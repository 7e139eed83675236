/** The lists whose columns can be arranged: who sees them, and what their columns are called. */
import type { ArrangedList } from '@/api/layout'
import type { Permission } from '@/api/types'
import type { MessageKey } from '@/i18n'

interface ListKind {
  title: MessageKey
  needs: Permission
  columns: Record<string, MessageKey>
}

export const LISTS: Record<ArrangedList, ListKind> = {
  conversations: {
    title: 'filing.list',
    needs: 'conversations.read',
    columns: { messages: 'filing.messages', updated: 'filing.updated' },
  },
  requests: {
    title: 'requests.title',
    needs: 'companies.read',
    columns: {
      asker: 'requests.asker',
      since: 'requests.since',
      with: 'requests.with',
      updated: 'filing.updated',
    },
  },
  members: {
    title: 'members.title',
    needs: 'members.read',
    columns: {
      role: 'members.role',
      company: 'members.company',
      seen: 'members.seen',
      factor: 'members.factor',
    },
  },
  invitations: {
    title: 'members.tabInvitations',
    needs: 'members.manage',
    columns: {
      role: 'members.role',
      company: 'members.company',
      sent: 'invite.sent',
      validity: 'invite.validity',
    },
  },
  companies: {
    title: 'companies.title',
    needs: 'companies.manage',
    columns: { domains: 'companies.domainsOf', members: 'members.tabPeople' },
  },
}

export function listsFor(permissions: readonly Permission[]): ArrangedList[] {
  const names = Object.keys(LISTS) as ArrangedList[]
  return names.filter((name) => permissions.includes(LISTS[name].needs))
}
