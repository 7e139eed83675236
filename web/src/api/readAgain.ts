import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Reads again what begins with the key, because it has changed.
 *
 * Unlike `invalidateQueries` alone, also what is being read for the very first time: the server may
 * have looked before the change, and its answer would then stand as fresh.
 */
export async function readAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined })
  await client.invalidateQueries({ queryKey })
}
