/** Leaving for the identity provider that a workspace insists on. */

const LEFT_FOR = 'netz-left-for'

/**
 * Whether this tab leaves for the provider for the first time. Whoever comes back may have found it
 * out of order: an emergency admin then needs a moment to choose the password instead.
 */
export function isFirstLeave(provider: string): boolean {
  if (sessionStorage.getItem(LEFT_FOR) === provider) return false
  sessionStorage.setItem(LEFT_FOR, provider)
  return true
}
