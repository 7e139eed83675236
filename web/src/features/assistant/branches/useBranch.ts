import { useLocation } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Message } from '@/api/types'
import { branchOf, choicesTo, type Branch, type Choices } from './branches'

interface Shown {
  conversationId: string | undefined
  choices: Choices
}

/**
 * The branch on the screen. It stays the same when somebody else opens another beside it; a link
 * to a message leads along its branch.
 */
export function useBranch(
  conversationId: string | undefined,
  messages: Message[],
): { branch: Branch; show: (after: string, id: string) => void } {
  const linked = useLocation({ select: ({ hash }) => hash })
  const [shown, setShown] = useState<Shown>({ conversationId, choices: {} })
  const [led, setLed] = useState('')
  let { choices } = shown.conversationId === conversationId ? shown : { choices: {} }
  const wanted = `${conversationId}#${linked}`
  const leads = linked !== '' && led !== wanted && messages.length > 0
  if (leads) choices = { ...choices, ...choicesTo(messages, linked.replace('message-', '')) }
  const branch = branchOf(messages, choices)
  const kept = { ...choices, ...branch.choices }
  if (leads) setLed(wanted)
  if (shown.conversationId !== conversationId || !same(kept, shown.choices))
    setShown({ conversationId, choices: kept })
  const show = useCallback(
    (after: string, id: string) =>
      setShown((now) => ({ conversationId, choices: { ...now.choices, [after]: id } })),
    [conversationId],
  )
  return { branch, show }
}

function same(one: Choices, other: Choices): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
