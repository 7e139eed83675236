/** The branches of a conversation: which of a question's wordings and answers are shown. */
import type { Answer, Message } from '@/api/types'
import type { Place, Wish } from '../useAsk'

/** For the turn after an answer (`''`: the first turn), the alternative that is shown. */
export type Choices = Record<string, string>

/** The alternatives of a turn, in the order in which they were given. */
export interface Fork {
  /** The answer that they all follow, or `''`. */
  after: string
  answers: Answer[]
  /** The place of the one that is shown. */
  at: number
}

export interface Branch {
  messages: Message[]
  choices: Choices
  /** By the id of the answer that is shown. */
  forks: Map<string, Fork>
  /** The answer to a question, by the question's message. */
  answerTo: Map<string, string>
  /** The last answer. */
  last: string | null
}

/** The alternatives of each turn, by the answer that they follow. */
function turnsOf(messages: Message[]): Map<string, string[]> {
  const turns = new Map<string, string[]>()
  let before = ''
  for (const { answer } of messages) {
    if (!answer) continue
    // What was read before an answer told its place goes in the order of time.
    const after = answer.follows === undefined ? before : (answer.follows ?? '')
    turns.set(after, [...(turns.get(after) ?? []), answer.id])
    before = answer.id
  }
  return turns
}

/** Each answer's question stands before it, and was perhaps asked while another was answered. */
function questionsOf(messages: Message[]): Map<string, string> {
  const found = new Map<string, string>()
  const open: Message[] = []
  for (const message of messages) {
    const { answer } = message
    if (message.role === 'user') open.push(message)
    if (!answer) continue
    const same = open.findLastIndex(({ text }) => text === answer.question)
    const [question] = open.splice(same < 0 ? open.length - 1 : same, 1)
    if (question) found.set(question.id, answer.id)
  }
  return found
}

/** The branch that the choices lead along; where none was made, the newest alternative's. */
export function branchOf(messages: Message[], wanted: Choices): Branch {
  const turns = turnsOf(messages)
  const answerTo = questionsOf(messages)
  const all = new Map(messages.flatMap(({ answer }) => (answer ? [[answer.id, answer]] : [])))
  const choices: Choices = {}
  const forks = new Map<string, Fork>()
  const shown = new Set<string>()
  let last = ''
  for (;;) {
    const ids = turns.get(last)
    const chosen = ids?.find((id) => id === wanted[last]) ?? ids?.at(-1)
    if (!ids || chosen === undefined || shown.has(chosen)) break
    choices[last] = chosen
    if (ids.length > 1) {
      const answers = ids.flatMap((id) => all.get(id) ?? [])
      forks.set(chosen, { after: last, answers, at: ids.indexOf(chosen) })
    }
    shown.add(chosen)
    last = chosen
  }
  const isShown = (message: Message) => {
    const answer = message.answer?.id ?? answerTo.get(message.id)
    return answer === undefined || shown.has(answer)
  }
  const said = all.size === shown.size ? messages : messages.filter(isShown)
  return { messages: said, choices, forks, answerTo, last: last || null }
}

/** The choices that lead to a message. */
export function choicesTo(messages: Message[], id: string): Choices {
  const found = messages.find((message) => message.id === id)
  let answer = found?.answer?.id ?? questionsOf(messages).get(id)
  const choices: Choices = {}
  const turns = [...turnsOf(messages)]
  while (answer) {
    const wanted: string = answer
    const after = turns.find(([, ids]) => ids.includes(wanted))?.[0]
    if (after === undefined || after in choices) break
    choices[after] = wanted
    answer = after
  }
  return choices
}

/**
 * Where a question is asked: in the place of another, or after what is on the screen, which is told
 * the server only where time alone doesn't tell it.
 */
export function placeOf(branch: Branch, { instead_of }: Wish): Place {
  if (instead_of === undefined) {
    const follows = branch.forks.size > 0 ? (branch.last ?? undefined) : undefined
    return { before: branch.messages, follows }
  }
  const at = branch.messages.findIndex(
    ({ id, answer }) => (answer?.id ?? branch.answerTo.get(id)) === instead_of,
  )
  return { before: branch.messages.slice(0, Math.max(at, 0)) }
}

/** The answer to a question that is shown. */
export function answerIn({ messages, answerTo }: Branch, { id }: Message): Answer | null {
  const wanted = answerTo.get(id)
  return messages.find(({ answer }) => answer?.id === wanted)?.answer ?? null
}
