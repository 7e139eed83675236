/** Which address shows which screen; everything beyond the frame is fetched when it is visited. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from '@/api/me'
import { isProblem } from '@/api/problem'
import { Broken, NotFound } from './Broken'
import { queryClient } from './queryClient'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('./routes/sign-in')),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./routes/invitation')),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.query({ ...meQuery, staleTime: 'static' })
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error
      const next = location.href === '/' ? {} : { next: location.href }
      // The router's own signal, caught by it.

      throw redirect({ to: '/sign-in', search: next })
    }
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
})

const assistant = createRoute({
  getParentRoute: () => signedIn,
  id: 'assistant',
  component: lazyRouteComponent(() => import('./routes/assistant')),
})

/** One screen for both addresses, so that it stays when a first answer gives it a new one. */
const ask = createRoute({ getParentRoute: () => assistant, path: '/' })
const conversation = createRoute({
  getParentRoute: () => assistant,
  path: '/conversations/$conversationId',
})

const documents = createRoute({
  getParentRoute: () => signedIn,
  path: '/documents',
  component: lazyRouteComponent(() => import('./routes/documents')),
})

const members = createRoute({
  getParentRoute: () => signedIn,
  path: '/members',
  component: lazyRouteComponent(() => import('./routes/members')),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/settings')),
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
  component: lazyRouteComponent(() => import('./routes/profile')),
})

const models = createRoute({
  getParentRoute: () => settings,
  path: '/models',
  component: lazyRouteComponent(() => import('./routes/models')),
})

const meaning = createRoute({
  getParentRoute: () => settings,
  path: '/meaning',
  component: lazyRouteComponent(() => import('./routes/meaning')),
})

const synonyms = createRoute({
  getParentRoute: () => settings,
  path: '/synonyms',
  component: lazyRouteComponent(() => import('./routes/synonyms')),
})

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./routes/api-keys')),
})

const routeTree = root.addChildren([
  signIn,
  invitation,
  signedIn.addChildren([
    assistant.addChildren([ask, conversation]),
    documents,
    members,
    settings.addChildren([settingsHome, profile, models, meaning, synonyms, apiKeys]),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
