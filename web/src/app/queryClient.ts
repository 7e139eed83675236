import { QueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problem'

/** A request that the server understood and refused will be refused again. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (isProblem(error) && error.status > 0 && error.status < 500) return false
  if (!navigator.onLine) return false
  return failures < 2
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRetrying,
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // Without the net a query doesn't wait for it: it shows what was kept.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    // A change that can't be made now says so, rather than happen at some later moment.
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** What belongs to nobody, and is on the screen already when somebody has left. */
const PUBLIC = new Set<unknown>(['sign-in-options', 'demo'])

/** Forgets all that was read as the person who has just signed out. */
export function forgetPerson(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !PUBLIC.has(queryKey[0]) })
  queryClient.getMutationCache().clear()
}
