import type { Role } from '@/api/types'

/** From least to most power, as a person would choose. */
export const ROLES: Role[] = ['guest', 'manager', 'agent', 'admin']

/** Whether a member with this role belongs to a client company. */
export function isInCompany(role: Role): boolean {
  return role === 'guest' || role === 'manager'
}
