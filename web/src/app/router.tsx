/** Which address shows which screen; everything beyond the frame is fetched when it is visited. */
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouteComponent,
} from '@tanstack/react-router'
import { meQuery } from '@/api/me'
import { initialLanguage, languageOf, loadCatalogue } from '@/i18n'
import { keepDraft } from '@/offline/draft'
import { passBy } from '@/api/here'
import { draftOf, sharedSearch, takeShared } from '@/offline/share'
import { Notices, hasNotices } from './aboveScreens'
import { Broken, NotFound } from './Broken'
import { entranceFor } from './entry'
import { entryRoutes } from './entryRoutes'
import { queryClient } from './queryClient'
import { root } from './rootRoute'
import { noteVisit, startAddress } from './startPage'

/** A screen comes with every word of the reader's language: none is painted with words missing. */
const screen = <Module extends { default: RouteComponent }>(load: () => Promise<Module>) =>
  lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadCatalogue(initialLanguage())])
    return module
  })

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./routes/invitation')),
})

async function letIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    const me = await queryClient.query({ ...meQuery, staleTime: 'static' })
    const language = languageOf(me.preferences.language)
    if (hasNotices(me)) await Notices.preload?.()?.catch(() => undefined)
    // Fetched before the frame is painted: it shows no other language first.
    if (language !== initialLanguage()) await loadCatalogue(language).catch(() => undefined)
  } catch (error) {
    // The router's own signal, caught by it.
    throw redirect(await entranceFor(error, location.href))
  }
}

/** An application asks: nothing but the question is on the screen. */
const consent = createRoute({
  getParentRoute: () => root,
  path: '/oauth/consent',
  validateSearch: (search: Record<string, unknown>): { request: string } => ({
    request: typeof search.request === 'string' ? search.request : '',
  }),
  beforeLoad: letIn,
  component: screen(() => import('./routes/consent')),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: letIn,
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
})

const assistant = createRoute({
  getParentRoute: () => signedIn,
  id: 'assistant',
  component: lazyRouteComponent(() => import('./routes/assistant')),
})

/** One screen for both addresses, so that it stays when a first answer gives it a new one. */
const ask = createRoute({
  getParentRoute: () => assistant,
  path: '/',
  beforeLoad: ({ preload }) => {
    const me = preload ? undefined : queryClient.getQueryData(meQuery.queryKey)
    const to = me && startAddress(me)
    if (to) throw redirect({ to, replace: true })
  },
})
const conversation = createRoute({
  getParentRoute: () => assistant,
  path: '/conversations/$conversationId',
})

const conversations = createRoute({
  getParentRoute: () => signedIn,
  path: '/conversations',
  component: screen(() => import('./routes/conversations')),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/home',
  component: screen(() => import('./routes/home')),
})

const documents = createRoute({
  getParentRoute: () => signedIn,
  path: '/documents',
  component: screen(() => import('./routes/documents')),
})

const offline = createRoute({
  getParentRoute: () => signedIn,
  path: '/offline',
  component: screen(() => import('./routes/offline')),
})

/** The files that came with a share go with the next question. */
async function attachShared(): Promise<void> {
  const { addFiles } = await import('@/features/assistant/attachments/sending')
  addFiles('', await takeShared())
}

/** What another application shares becomes a draft in the question field. */
const share = createRoute({
  getParentRoute: () => signedIn,
  path: '/share',
  validateSearch: sharedSearch,
  beforeLoad: ({ search, preload }) => {
    if (preload) return
    keepDraft(draftOf(search))
    if (search.files) void attachShared()
    // The question field, whatever the start page.
    noteVisit(true)
    throw redirect({ to: '/', replace: true })
  },
})

const members = createRoute({
  getParentRoute: () => signedIn,
  path: '/members',
  component: screen(() => import('./routes/members')),
})

const requests = createRoute({
  getParentRoute: () => signedIn,
  path: '/requests',
  component: screen(() => import('./routes/requests')),
})

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  component: screen(() => import('./routes/inbox')),
})

const linked = createRoute({
  getParentRoute: () => signedIn,
  path: '/shared/$token',
  component: screen(() => import('./routes/linked')),
})

const admin = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  component: screen(() => import('./routes/admin')),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: screen(() => import('./routes/settings')),
})

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true })
  },
})

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: screen(() => import('./routes/profile')),
})

const layout = createRoute({
  getParentRoute: () => settings,
  path: '/layout',
  component: screen(() => import('./routes/layout')),
})

const security = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: screen(() => import('./routes/security')),
})

const notifications = createRoute({
  getParentRoute: () => settings,
  path: '/notifications',
  component: screen(() => import('./routes/notifications')),
})

const habits = createRoute({
  getParentRoute: () => settings,
  path: '/habits',
  component: screen(() => import('./routes/habits')),
})

const models = createRoute({
  getParentRoute: () => settings,
  path: '/models',
  component: screen(() => import('./routes/models')),
})

const meaning = createRoute({
  getParentRoute: () => settings,
  path: '/meaning',
  component: screen(() => import('./routes/meaning')),
})

const synonyms = createRoute({
  getParentRoute: () => settings,
  path: '/synonyms',
  component: screen(() => import('./routes/synonyms')),
})

const roles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: screen(() => import('./routes/roles')),
})

const policy = createRoute({
  getParentRoute: () => settings,
  path: '/policy',
  component: screen(() => import('./routes/policy')),
})

const branding = createRoute({
  getParentRoute: () => settings,
  path: '/branding',
  component: screen(() => import('./routes/branding')),
})

const preferences = createRoute({
  getParentRoute: () => settings,
  path: '/preferences',
  component: screen(() => import('./routes/preferences')),
})

const configuration = createRoute({
  getParentRoute: () => settings,
  path: '/configuration',
  component: screen(() => import('./routes/configuration')),
})

const workspaceData = createRoute({
  getParentRoute: () => settings,
  path: '/workspace',
  component: screen(() => import('./routes/workspace')),
})

const companies = createRoute({
  getParentRoute: () => settings,
  path: '/companies',
  component: screen(() => import('./routes/companies')),
})

const trail = createRoute({
  getParentRoute: () => settings,
  path: '/trail',
  component: screen(() => import('./routes/trail')),
})

const sso = createRoute({
  getParentRoute: () => settings,
  path: '/sso',
  validateSearch: (search: Record<string, unknown>): { connection?: string; test?: string } => ({
    ...(typeof search.connection === 'string' ? { connection: search.connection } : {}),
    ...(typeof search.test === 'string' ? { test: search.test } : {}),
  }),
  component: screen(() => import('./routes/sso')),
})

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: screen(() => import('./routes/api-keys')),
})

const applications = createRoute({
  getParentRoute: () => settings,
  path: '/applications',
  component: screen(() => import('./routes/applications')),
})

const routeTree = root.addChildren([
  ...entryRoutes,
  invitation,
  consent,
  signedIn.addChildren([
    assistant.addChildren([ask, conversation]),
    conversations,
    home,
    documents,
    offline,
    share,
    members,
    requests,
    inbox,
    linked,
    admin,
    settings.addChildren([
      policy,
      branding,
      preferences,
      configuration,
      companies,
      workspaceData,
      settingsHome,
      profile,
      layout,
      security,
      notifications,
      habits,
      models,
      meaning,
      synonyms,
      roles,
      sso,
      apiKeys,
      applications,
      trail,
    ]),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
  scrollRestoration: false,
})

router.subscribe('onResolved', () => {
  noteVisit(router.state.matches.some(({ routeId }) => routeId === signedIn.id))
  passBy(router.state.location.pathname)
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
