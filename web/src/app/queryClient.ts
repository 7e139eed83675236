import { QueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problem'

/** A request that the server understood and refused will be refused again. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (isProblem(error) && error.status > 0 && error.status < 500) return false
  return failures < 2
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** What belongs to nobody, and is on the screen already when somebody has left. */
const PUBLIC = new Set<unknown>(['sign-in-options', 'demo'])

/** Forgets all that was read as the person who has just signed out. */
export function forgetPerson(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !PUBLIC.has(queryKey[0]) })
  queryClient.getMutationCache().clear()
}
