import { describe, expect, it } from 'vitest'
import { readEvents, type ServerEvent } from '@/api/sse'

async function eventsOf(chunks: (string | Uint8Array)[]): Promise<ServerEvent[]> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      }
      controller.close()
    },
  })
  const events: ServerEvent[] = []
  for await (const event of readEvents(body)) events.push(event)
  return events
}

describe('reading server-sent events', () => {
  it('gives name and data of each event', async () => {
    const events = await eventsOf(['event: token\ndata: {"text":"a"}\n\nevent: done\ndata: {}\n\n'])
    expect(events).toEqual([
      { event: 'token', data: '{"text":"a"}' },
      { event: 'done', data: '{}' },
    ])
  })

  it('does not care where the network cut the stream', async () => {
    const text = 'event: token\r\ndata: un deux\r\n\r\nevent: token\r\ndata: trois\r\n\r\n'
    const whole = await eventsOf([text])
    expect(await eventsOf(text.split(/(?=[^])/))).toEqual(whole)
    expect(whole.map(({ data }) => data)).toEqual(['un deux', 'trois'])
  })

  it('puts a character back together that two chunks share', async () => {
    const bytes = new TextEncoder().encode('data: réponse\n\n')
    const cut = bytes.indexOf(0xc3) + 1
    const events = await eventsOf([bytes.slice(0, cut), bytes.slice(cut)])
    expect(events).toEqual([{ event: 'message', data: 'réponse' }])
  })

  it('joins data lines and skips comments', async () => {
    const events = await eventsOf([': still here\n\nevent: token\ndata: un\ndata:  deux\n\n'])
    expect(events).toEqual([{ event: 'token', data: 'un\n deux' }])
  })

  it('keeps a last event whose blank line never came', async () => {
    expect(await eventsOf(['event: done\ndata: {}'])).toEqual([{ event: 'done', data: '{}' }])
  })
})
