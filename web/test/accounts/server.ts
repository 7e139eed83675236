/** A stand-in for the server in the tests of the account screens: one reply after another. */
import { vi } from 'vitest'

type Reply = () => Response

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })

export const problem = (
  status: number,
  code: string,
  title: string,
  headers: Record<string, string> = {},
) =>
  json(status, { code, title, status }, { 'Content-Type': 'application/problem+json', ...headers })

interface Sent {
  call: string
  body: unknown
  key: string | null
}

/** Answers each "METHOD /path" with the replies given for it, the last one again and again. */
export class Server {
  sent: Sent[] = []
  private replies = new Map<string, Reply[]>()

  start(): void {
    this.sent = []
    this.replies.clear()
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => this.answer(url, init))
  }

  stop(): void {
    vi.unstubAllGlobals()
  }

  on(call: string, ...replies: Reply[]): void {
    this.replies.set(call, replies)
  }

  count(call: string): number {
    return this.sent.filter((one) => one.call === call).length
  }

  bodyOf(call: string): unknown {
    return this.sent.findLast((one) => one.call === call)?.body
  }

  private answer(url: string, init: RequestInit): Promise<Response> {
    const [path = ''] = url.split('?')
    const call = `${init.method ?? 'GET'} ${path}`
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null
    this.sent.push({ call, body, key: new Headers(init.headers).get('Idempotency-Key') })
    const waiting = this.replies.get(call) ?? []
    const next = waiting.length > 1 ? waiting.shift() : waiting[0]
    return Promise.resolve(next ? next() : problem(404, 'not_found', 'Not found'))
  }
}
