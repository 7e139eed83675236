/** A role as its form holds it. */
import type { Permission, RoleDefinition } from '@/api/types'

export type Base = 'agent' | 'manager' | 'guest'
export const BASES: Base[] = ['agent', 'manager', 'guest']

export interface RoleForm {
  /** Null for a role that is not there yet. */
  id: string | null
  name: string
  description: string
  base: RoleDefinition['base']
  permissions: Permission[]
  holders: string[]
}

export function newRole(base: RoleDefinition): RoleForm {
  return {
    id: null,
    name: '',
    description: '',
    base: base.base,
    permissions: base.permissions,
    holders: [],
  }
}

export function copyOf(role: RoleDefinition, name: string): RoleForm {
  return { ...role, id: null, name, holders: [] }
}

/** What stays of a choice when another built-in role is taken as the base. */
export function within(permissions: Permission[], base: RoleDefinition): Permission[] {
  return permissions.filter((permission) => base.most.includes(permission))
}
