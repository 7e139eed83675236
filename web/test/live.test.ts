import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLiveEvents } from '@/api/live'

/** A stream as the browser gives it, opened and broken by the test. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static last: Stream
  readyState = 0
  onopen: () => void = () => undefined
  onerror: () => void = () => undefined
  close = vi.fn()

  constructor() {
    super()
    Stream.last = this
  }
}

beforeEach(() => vi.stubGlobal('EventSource', Stream))
afterEach(() => vi.unstubAllGlobals())

it('reads everything again when a stream opens after one that broke, and only then', () => {
  const resync = vi.fn()
  const heard = vi.fn()
  renderHook(() => useLiveEvents({ resync, 'message.created': heard }, true))
  Stream.last.onopen()
  expect(resync).not.toHaveBeenCalled()
  Stream.last.dispatchEvent(new MessageEvent('message.created', { data: '{"id":1}' }))
  expect(heard).toHaveBeenCalledExactlyOnceWith({ id: 1 })
  Stream.last.onerror()
  Stream.last.onopen()
  Stream.last.onopen()
  expect(resync).toHaveBeenCalledOnce()
})

it('reads everything again when the first stream opens late', () => {
  const resync = vi.fn()
  renderHook(() => useLiveEvents({ resync }, true))
  Stream.last.onerror()
  Stream.last.onopen()
  expect(resync).toHaveBeenCalledOnce()
})
