/** What a role and a company are chosen from, for rules of a provider and groups of a directory. */
import { useQuery } from '@tanstack/react-query'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import type { Role } from '@/api/types'
import { useTranslation } from '@/i18n'

const BUILT_IN: Role[] = ['guest', 'manager', 'agent', 'admin']

export interface Choice {
  value: string
  label: string
}

/** A built-in role, or a custom one by its id, as one value of a select. */
export const valueOf = (role: Role, custom: string | null | undefined) => custom ?? role

export function choiceOf(value: string): { role: Role; custom: string | null } {
  const builtIn = BUILT_IN.find((role) => role === value)
  return builtIn ? { role: builtIn, custom: null } : { role: 'guest', custom: value }
}

export function useRoleChoices(): Choice[] {
  const { t } = useTranslation()
  const { data = [] } = useQuery(rolesQuery)
  return [
    ...BUILT_IN.map((role) => ({ value: role, label: t(`role.${role}`) })),
    ...data.flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : [])),
  ]
}

export function useCompanyChoices(none: string): Choice[] {
  const { data = [] } = useQuery(companiesQuery)
  return [{ value: '', label: none }, ...data.map(({ id, name }) => ({ value: id, label: name }))]
}
