/** "Confirm that it is you": one question at a time, whatever asks for it. */
type Listener = () => void

let waiting: { answer: (confirmed: boolean) => void; question: Promise<boolean> } | null = null
const listeners = new Set<Listener>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** Opens the dialog; several calls that need a confirmation at once share one. */
export function confirmIdentity(): Promise<boolean> {
  if (waiting) return waiting.question
  let answer: (confirmed: boolean) => void = () => undefined
  const question = new Promise<boolean>((resolve) => {
    answer = resolve
  })
  waiting = { answer, question }
  changed()
  return question
}

/** Closes the dialog with its outcome: confirmed, or given up. */
export function answerStepUp(confirmed: boolean): void {
  const asked = waiting
  waiting = null
  changed()
  asked?.answer(confirmed)
}

export function stepUpAsked(): boolean {
  return waiting !== null
}

export function onStepUp(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
