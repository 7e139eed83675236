/** What a person may arrange, and how an arrangement is read and changed. */
import type { Preferences } from './preferences'

type NamesOf<Field extends keyof Preferences> =
  NonNullable<Preferences[Field]> extends (infer Name)[] ? Name : never

export type Widget = NamesOf<'widgets'>
export type SidebarEntry = NamesOf<'sidebar'>

/** The lists whose columns are arranged, with every column that may be hidden. */
export const COLUMNS = {
  members: ['role', 'company', 'seen', 'factor'],
  invitations: ['role', 'company', 'sent', 'validity'],
  conversations: ['messages', 'updated'],
  requests: ['asker', 'since', 'with', 'updated'],
  companies: ['domains', 'members'],
} as const satisfies {
  [List in ArrangedList]: readonly NamesOf<`columns_${List}`>[]
}
export type ArrangedList = 'members' | 'invitations' | 'conversations' | 'requests' | 'companies'

/** What is shown: what was chosen, of what there is; who has chosen nothing sees all there is. */
export function arranged<Name extends string>(
  there: readonly Name[],
  chosen: readonly string[] | null | undefined,
): Name[] {
  if (!chosen) return [...there]
  return chosen.filter((name): name is Name => (there as readonly string[]).includes(name))
}

/** What to keep: what is shown now, and behind it what was chosen but isn't there at this place. */
export function kept<Name extends string>(
  shown: readonly Name[],
  there: readonly Name[],
  chosen: readonly Name[] | null | undefined,
  all: readonly Name[],
): Name[] {
  return [...shown, ...(chosen ?? all).filter((name) => !there.includes(name))]
}

/** The names with one of them so many places further on; it stops at either end. */
export function moved<Name extends string>(names: readonly Name[], name: Name, by: number): Name[] {
  const others = names.filter((one) => one !== name)
  const place = Math.min(Math.max(names.indexOf(name) + by, 0), others.length)
  return others.toSpliced(place, 0, name)
}

/** The names with one more at the end, or without it. */
export function toggled<Name extends string>(names: readonly Name[], name: Name): Name[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name]
}
