/** Reads server-sent events from the body of a POST, which EventSource cannot do. */
export interface ServerEvent {
  event: string
  data: string
}

function parseBlock(block: string): ServerEvent | null {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split(/\r\n|\r|\n/)) {
    if (line === '' || line.startsWith(':')) continue
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
  }
  return data.length > 0 ? { event, data: data.join('\n') } : null
}

/** A carriage return at the very end may be half of a line break: it waits for the next chunk. */
const BLOCK_END = /\r\n\r\n|\n\n|\r\r(?!$)/

/** Yields each event as soon as its blank line has arrived, however the chunks were cut. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let buffer = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      buffer += decoder.decode(value, { stream: !done })
      for (let end = BLOCK_END.exec(buffer); end; end = BLOCK_END.exec(buffer)) {
        const event = parseBlock(buffer.slice(0, end.index))
        buffer = buffer.slice(end.index + end[0].length)
        if (event) yield event
      }
      if (done) break
    }
    const last = parseBlock(buffer)
    if (last) yield last
  } finally {
    reader.releaseLock()
  }
}
