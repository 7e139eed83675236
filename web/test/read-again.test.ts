import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { readAgain } from '@/api/readAgain'

/** A server whose answers come when the test lets them. */
function slowServer() {
  const answers: ((said: string) => void)[] = []
  const ask = () => new Promise<string>((resolve) => answers.push(resolve))
  return { answers, ask }
}

it('does not take the first answer for fresh when something changed before it came', async () => {
  const client = new QueryClient()
  const { answers, ask } = slowServer()
  const observer = new QueryObserver(client, { queryKey: ['list', 1], queryFn: ask })
  const stop = observer.subscribe(() => undefined)
  const done = readAgain(client, ['list'])
  await expect.poll(() => answers.length).toBe(2)
  answers[0]?.('before')
  answers[1]?.('after')
  await done
  await expect.poll(() => observer.getCurrentResult().data).toBe('after')
  stop()
})

it('keeps what was there while it reads it again, and asks nothing that nobody looks at', async () => {
  const client = new QueryClient()
  const { answers, ask } = slowServer()
  client.setQueryData(['list', 1], 'known')
  client.setQueryData(['list', 2], 'unseen')
  const observer = new QueryObserver(client, {
    queryKey: ['list', 1],
    queryFn: ask,
    staleTime: Infinity,
  })
  const stop = observer.subscribe(() => undefined)
  const done = readAgain(client, ['list'])
  expect(observer.getCurrentResult().data).toBe('known')
  await expect.poll(() => answers.length).toBe(1)
  answers[0]?.('new')
  await done
  expect(observer.getCurrentResult().data).toBe('new')
  stop()
})
