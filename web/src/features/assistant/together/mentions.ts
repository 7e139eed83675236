/** Calling people by name while a text is being written. */
import type { Person } from '@/api/types'

/** What stands behind the @ at the caret; null where nobody is being called. */
export function calling(text: string, caret: number): string | null {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at < 0 || (at > 0 && !/\s/.test(before[at - 1] ?? ''))) return null
  const name = before.slice(at + 1)
  return /[\n@]/.test(name) || name.length > 40 ? null : name
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Those whose names have all that was typed, at the start of a word. */
export function matching<Row extends Person>(people: Row[], typed: string): Row[] {
  const wanted = fold(typed)
  return people.filter(({ name }) => {
    const folded = fold(name)
    return folded.startsWith(wanted) || folded.includes(` ${wanted}`)
  })
}

/** The text with the person called in full, and where the caret then stands. */
export function called(text: string, caret: number, name: string): { text: string; caret: number } {
  const at = text.slice(0, caret).lastIndexOf('@')
  const before = `${text.slice(0, at)}@${name} `
  return { text: before + text.slice(caret), caret: before.length }
}

/** The ids of those who are still called in the text. */
export function mentioned(text: string, chosen: Person[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
}
