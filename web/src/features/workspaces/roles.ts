import type { Member, Role, RoleDefinition } from '@/api/types'
import type { Translate } from '@/i18n'

/** From least to most power, as a person would choose. */
export const ROLES: Role[] = ['guest', 'manager', 'agent', 'admin']

/** A built-in role by its name, a custom one by its id: what a choice of roles holds. */
export interface RoleChoice {
  role: Role
  custom_role_id: string | null
}

/** The workspace's own roles among all of them. */
export function ownRoles(roles: RoleDefinition[]): (RoleDefinition & { id: string })[] {
  return roles.flatMap((role) => (role.id === null ? [] : [{ ...role, id: role.id }]))
}

/** The roles to choose from: the built-in ones, then the workspace's own. */
export function roleOptions(t: Translate, roles: RoleDefinition[]) {
  const builtIn = ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))
  const own = ownRoles(roles).map(({ id, name }) => ({ value: id, label: name }))
  if (own.length === 0) return builtIn
  return [
    { group: t('roles.builtIn'), items: builtIn },
    { group: t('roles.custom'), items: own },
  ]
}

/** What was chosen among `roleOptions`. */
export function chosenRole(value: string, roles: RoleDefinition[]): RoleChoice {
  const own = roles.find(({ id }) => id === value)
  if (own) return { role: own.base, custom_role_id: value }
  return { role: value as Role, custom_role_id: null }
}

/** Whether a member with this role belongs to a client company. */
export function isInCompany(role: Role): boolean {
  return role === 'guest' || role === 'manager'
}

/** Without a name a person is shown by the address. */
export function nameOf({ user }: Pick<Member, 'user'>): string {
  return user.name || user.email
}

/** The custom role's name, or the built-in one's. */
export function roleOf(
  { role, custom_role }: Pick<Member, 'role' | 'custom_role'>,
  t: Translate,
): string {
  return custom_role?.name ?? t(`role.${role}`)
}

const BUILT_IN = new Set<string>(ROLES)

/** A place as the server writes it (`guest · Atelier Brun`), with the role in the reader's words. */
export function placeText(place: string, t: Translate): string {
  const [role = '', ...company] = place.split(' · ')
  const shown = BUILT_IN.has(role) ? t(`role.${role as Role}`) : role
  return [shown, ...company].join(' · ')
}
