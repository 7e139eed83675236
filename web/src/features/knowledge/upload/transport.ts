/** Sends one file with XMLHttpRequest, the only way to see how much of it has left. */
import { address } from '@/api/client'
import { Problem, type ProblemBody } from '@/api/problem'
import type { Uploaded } from '@/api/types'
import type { Transport } from './queue'

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return {}
  }
}

export const sendFile: Transport = (picked, onProgress, signal) =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('path', picked.path)
    form.append('file', picked.file, picked.file.name)

    const request = new XMLHttpRequest()
    request.open('POST', address('/documents'))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID())
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Problem({ code: 'network.unreachable' }, 0))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) resolve(bodyOf(request) as Uploaded)
      else reject(new Problem(bodyOf(request) as ProblemBody, request.status))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
