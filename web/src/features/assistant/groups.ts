/** Turns the flat sentences of an answer into the paragraphs and lists that a reader sees. */
import type { Sentence, SentenceKind } from '@/api/types'

export interface SentenceGroup {
  kind: SentenceKind
  sentences: Sentence[]
}

/** Consecutive sentences of one kind belong together. */
export function groupSentences(sentences: Sentence[]): SentenceGroup[] {
  const groups: SentenceGroup[] = []
  for (const sentence of sentences) {
    const last = groups.at(-1)
    if (last?.kind === sentence.kind) last.sentences.push(sentence)
    else groups.push({ kind: sentence.kind, sentences: [sentence] })
  }
  return groups
}

const STEP_MARKER = /^\s*(?:(\d{1,3})[.)°]|étape\s+(\d{1,3})\s*[:.-]|step\s+(\d{1,3})\s*[:.-])\s+/i
const ITEM_MARKER = /^\s*(?:[-*•–◦▪]|[a-z][.)])\s+/

/** The step without its number, and that number when the document gave one. */
export function splitStep(text: string): { text: string; number: number | null } {
  const found = STEP_MARKER.exec(text)
  if (!found) return { text: text.replace(ITEM_MARKER, ''), number: null }
  const number = Number(found[1] ?? found[2] ?? found[3])
  return { text: text.slice(found[0].length), number }
}

export function stripItemMarker(text: string): string {
  return text.replace(ITEM_MARKER, '')
}

export interface Cell {
  header: string
  value: string
}

/** A table row "Header: value; Header: value" as cells; null when it is not written so. */
export function splitRow(text: string): Cell[] | null {
  const cells: Cell[] = []
  for (const part of text.split(/;\s+/)) {
    const colon = /\s?:\s/.exec(part)
    if (!colon || colon.index === 0) return null
    cells.push({
      header: part.slice(0, colon.index),
      value: part.slice(colon.index + colon[0].length),
    })
  }
  return cells.length > 1 ? cells : null
}
