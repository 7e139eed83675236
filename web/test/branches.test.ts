import { describe, expect, it } from 'vitest'
import type { Answer, Message } from '@/api/types'
import { branchOf, choicesTo, placeOf } from '@/features/assistant/branches/branches'

const message = (id: string, changes: Partial<Message>): Message => ({
  id,
  role: 'user',
  author: null,
  text: id,
  answer: null,
  attachments: [],
  created_at: '2026-11-23T10:00:00Z',
  ...changes,
})

/** A question and its answer, as the server tells them. */
function turn(id: string, follows: string | null | undefined): Message[] {
  const answer = { id, question: `${id} ?`, follows } as Answer
  return [
    message(`q-${id}`, { text: `${id} ?` }),
    message(`m-${id}`, { role: 'assistant', text: id, answer }),
  ]
}

const shown = (messages: Message[], choices = {}) =>
  branchOf(messages, choices).messages.map(({ id }) => id)

const plain = [...turn('a', null), ...turn('b', 'a')]
// b2 stands beside b; c goes on from b, d from b2.
const forked = [...plain, ...turn('c', 'b'), ...turn('b2', 'a'), ...turn('d', 'b2')]

describe('a conversation without branches', () => {
  it('is shown whole, in the order of time', () => {
    expect(branchOf(plain, {}).messages).toBe(plain)
    expect(branchOf(plain, {}).forks.size).toBe(0)
  })

  it('is one also where answers have not told what they follow', () => {
    const old = [...turn('a', undefined), ...turn('b', undefined)]
    expect(shown(old)).toEqual(['q-a', 'm-a', 'q-b', 'm-b'])
  })

  it('goes on without a word about its place', () => {
    expect(placeOf(branchOf(plain, {}), {})).toEqual({ before: plain, follows: undefined })
  })

  it('may be empty', () => {
    expect(branchOf([], {})).toMatchObject({ messages: [], last: null })
  })
})

describe('a conversation with branches', () => {
  it('shows the newest one', () => {
    expect(shown(forked)).toEqual(['q-a', 'm-a', 'q-b2', 'm-b2', 'q-d', 'm-d'])
  })

  it('shows the one that was chosen, to its end', () => {
    expect(shown(forked, { a: 'b' })).toEqual(['q-a', 'm-a', 'q-b', 'm-b', 'q-c', 'm-c'])
  })

  it('tells the alternatives of a turn, in their order', () => {
    const { forks } = branchOf(forked, { a: 'b' })
    expect([...forks.keys()]).toEqual(['b'])
    const fork = forks.get('b')
    expect(fork?.answers.map(({ id }) => id)).toEqual(['b', 'b2'])
    expect([fork?.after, fork?.at]).toEqual(['a', 0])
  })

  it('forgets a choice that leads nowhere', () => {
    expect(shown(forked, { a: 'gone' })).toEqual(shown(forked))
  })

  it('always shows what people wrote', () => {
    const written = message('hello', { role: 'person' })
    expect(shown([...forked, written], { a: 'b' })).toContain('hello')
  })

  it('may begin with alternatives', () => {
    const two = [...turn('a', null), ...turn('b', null)]
    expect(shown(two)).toEqual(['q-b', 'm-b'])
    expect(shown(two, { '': 'a' })).toEqual(['q-a', 'm-a'])
  })

  it('tells the question of each answer, though two were asked at once', () => {
    const [q1, m1] = turn('a', null) as [Message, Message]
    const [q2, m2] = turn('b', 'a') as [Message, Message]
    const { answerTo } = branchOf([q1, q2, m1, m2], {})
    expect([...answerTo]).toEqual([
      ['q-a', 'a'],
      ['q-b', 'b'],
    ])
  })

  it('is led to the branch of a message', () => {
    for (const id of ['q-c', 'm-c'])
      expect(choicesTo(forked, id)).toEqual({ b: 'c', a: 'b', '': 'a' })
    expect(choicesTo(forked, 'nothing')).toEqual({})
  })

  it('goes on from the end of what is shown', () => {
    expect(placeOf(branchOf(forked, { a: 'b' }), {}).follows).toBe('c')
  })

  it('replaces a turn after what stands before it', () => {
    const place = placeOf(branchOf(forked, { a: 'b' }), { instead_of: 'b' })
    expect(place.before.map(({ id }) => id)).toEqual(['q-a', 'm-a'])
    expect(place.follows).toBeUndefined()
  })
})
