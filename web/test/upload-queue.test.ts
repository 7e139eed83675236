import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import type { Uploaded } from '@/api/types'
import { UploadQueue, type Transport } from '@/features/knowledge/upload/queue'

interface Sending {
  path: string
  finish: (unchanged?: boolean) => void
  fail: (error: unknown) => void
  progress: (value: number) => void
}

let sendings: Sending[]
let sent: ReturnType<typeof vi.fn<() => void>>
let queue: UploadQueue

const transport: Transport = ({ path }, onProgress, signal) =>
  new Promise<Uploaded>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError')))
    sendings.push({
      path,
      finish: (unchanged = false) =>
        resolve({ id: path, status: 'queued', path, unchanged, same_as: null }),
      fail: reject,
      progress: onProgress,
    })
  })

const picked = (...paths: string[]) => paths.map((path) => ({ path, file: new File(['x'], path) }))
const states = () => queue.snapshot().map(({ state }) => state)
const settled = () => new Promise((resolve) => setTimeout(resolve))
const sending = (path: string) => {
  const found = sendings.findLast((one) => one.path === path)
  if (!found) throw new Error(`${path} was not sent`)
  return found
}
const idOf = (path: string) => queue.snapshot().find((one) => one.path === path)?.id ?? -1

beforeEach(() => {
  sendings = []
  sent = vi.fn()
  queue = new UploadQueue(transport, sent)
})

describe('the upload queue', () => {
  it('sends three at a time and the next when one has arrived', async () => {
    queue.add(picked('a', 'b', 'c', 'd', 'e'))
    expect(sendings.map(({ path }) => path)).toEqual(['a', 'b', 'c'])
    sending('b').finish()
    await settled()
    expect(sendings.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd'])
    expect(states()).toEqual(['sending', 'sent', 'sending', 'sending', 'waiting'])
    expect(sent).toHaveBeenCalledOnce()
  })

  it('lets one bad file stop no other', async () => {
    queue.add(picked('a', 'b', 'c', 'd'))
    const problem = new Problem({ title: 'Trop gros.' }, 413)
    sending('a').fail(problem)
    await settled()
    expect(states()).toEqual(['failed', 'sending', 'sending', 'sending'])
    expect(queue.snapshot()[0]?.error).toBe(problem)
  })

  it('cancels one on its way and one that waits', async () => {
    queue.add(picked('a', 'b', 'c', 'd'))
    queue.cancel(idOf('d'))
    queue.cancel(idOf('a'))
    await settled()
    expect(states()).toEqual(['cancelled', 'sending', 'sending', 'cancelled'])
    expect(sendings.map(({ path }) => path)).toEqual(['a', 'b', 'c'])
  })

  it('sends again what failed or was cancelled', async () => {
    queue.add(picked('a'))
    sending('a').fail(new Problem({}, 0))
    await settled()
    queue.retry(idOf('a'))
    expect(states()).toEqual(['sending'])
    sending('a').finish(true)
    await settled()
    expect(states()).toEqual(['unchanged'])
  })

  it('forgets what has ended and keeps what has not', async () => {
    queue.add(picked('a', 'b'))
    sending('a').finish()
    await settled()
    queue.clear()
    expect(queue.snapshot().map(({ path }) => path)).toEqual(['b'])
  })

  it('shows progress as a new list, so that the screen notices', () => {
    queue.add(picked('a'))
    const before = queue.snapshot()
    sending('a').progress(0.5)
    expect(queue.snapshot()).not.toBe(before)
    expect(queue.snapshot()[0]?.progress).toBe(0.5)
  })
})
