/** A question asked on another screen: the assistant opens with its answer on the way. */
import { useEffect, useEffectEvent } from 'react'

let waiting = ''

export function askFirst(question: string): void {
  waiting = question
}

/** Asks it once, when the assistant's screen is there. */
export function useFirstQuestion(ask: (question: string) => void): void {
  const start = useEffectEvent(ask)
  useEffect(() => {
    const question = waiting
    waiting = ''
    if (question) start(question)
  }, [])
}
