/** Sends a form with XMLHttpRequest, the only way to see how much of it has left. */
import { address } from './client'
import { Problem, type ProblemBody } from './problem'

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return {}
  }
}

/** Resolves with the answer's body; `onProgress` hears of the part sent, from 0 to 1. */
export function upload<Body>(
  path: string,
  form: FormData,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID())
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Problem({ code: 'network.unreachable' }, 0))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) resolve(bodyOf(request) as Body)
      else reject(new Problem(bodyOf(request) as ProblemBody, request.status))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
