/** The widgets of the home page: what each is called, who may have it, where all of it is. */
import { lazy, type ComponentType } from 'react'
import { arranged, type Widget } from '@/api/layout'
import type { Permission } from '@/api/types'
import type { MessageKey } from '@/i18n'

interface WidgetKind {
  title: MessageKey
  needs: Permission
  /** The screen that shows all of it. */
  to?: '/conversations' | '/requests' | '/inbox' | '/documents' | '/admin'
  Body: ComponentType
}

export const WIDGETS: Record<Widget, WidgetKind> = {
  ask: {
    title: 'layout.widget.ask',
    needs: 'answers.ask',
    Body: lazy(() => import('./widgets/Ask')),
  },
  requests: {
    title: 'layout.widget.requests',
    needs: 'companies.read',
    to: '/requests',
    Body: lazy(() => import('./widgets/Requests')),
  },
  notices: {
    title: 'layout.widget.notices',
    needs: 'profile.read',
    to: '/inbox',
    Body: lazy(() => import('./widgets/Notices')),
  },
  conversations: {
    title: 'layout.widget.conversations',
    needs: 'conversations.read',
    to: '/conversations',
    Body: lazy(() => import('./widgets/Conversations')),
  },
  pinned: {
    title: 'layout.widget.pinned',
    needs: 'conversations.read',
    to: '/conversations',
    Body: lazy(() => import('./widgets/Pinned')),
  },
  documents: {
    title: 'layout.widget.documents',
    needs: 'documents.read',
    to: '/documents',
    Body: lazy(() => import('./widgets/Documents')),
  },
  today: {
    title: 'layout.widget.today',
    needs: 'settings.manage',
    to: '/admin',
    Body: lazy(() => import('./widgets/Today')),
  },
  knowledge: {
    title: 'layout.widget.knowledge',
    needs: 'documents.manage',
    to: '/documents',
    Body: lazy(() => import('./widgets/Knowledge')),
  },
}

export const EVERY_WIDGET = Object.keys(WIDGETS) as Widget[]

/** Wide where nobody has chosen. */
export const WIDE: readonly Widget[] = ['ask']

/** The widgets that these permissions allow, in the product's order. */
export function widgetsFor(permissions: readonly Permission[]): Widget[] {
  return EVERY_WIDGET.filter((name) => permissions.includes(WIDGETS[name].needs))
}

/** Those that are shown: as arranged, and never what the permissions don't allow. */
export function shownWidgets(
  permissions: readonly Permission[],
  chosen: readonly Widget[] | null | undefined,
): Widget[] {
  return arranged(widgetsFor(permissions), chosen)
}
