/** A failed request as the server explains it (RFC 9457), or as we do when no server answered. */
export interface ProblemBody {
  title?: string
  status?: number
  code?: string
  detail?: string
  hint?: string
  request_id?: string
  /** Seconds until another try makes sense (`Retry-After`). */
  retry_after?: number
  errors?: { field: string; message: string }[]
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly hint: string
  readonly requestId: string
  readonly retryAfter: number
  readonly fields: Record<string, string>

  constructor(body: ProblemBody, status = body.status ?? 0) {
    super(body.title ?? '')
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? ''
    this.hint = body.hint ?? body.detail ?? ''
    this.requestId = body.request_id ?? ''
    this.retryAfter = body.retry_after ?? 0
    this.fields = Object.fromEntries((body.errors ?? []).map((e) => [e.field, e.message]))
  }

  /** True when no answer came at all: the network, not the request, is at fault. */
  get offline(): boolean {
    return this.status === 0
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** Reads the problem of a response that was not a success; a body that is no JSON is no problem. */
export async function problemFrom(response: Response): Promise<Problem> {
  const retry_after = Number(response.headers.get('Retry-After')) || 0
  try {
    return new Problem(
      { ...((await response.json()) as ProblemBody), retry_after },
      response.status,
    )
  } catch {
    return new Problem({ retry_after }, response.status)
  }
}
