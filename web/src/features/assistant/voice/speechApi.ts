/** Speech through the installation's server, where it has a service or a voice of its own. */
import { useQuery } from '@tanstack/react-query'
import { address, api, send } from '@/api/client'
import type { components } from '@/api/schema'

type Speech = components['schemas']['SpeechOut']

const UNKNOWN = { transcription: null, reading: false, longest_s: 120 } satisfies Speech

/** What the server can do; undefined as long as it has not said. */
export function useSpeech(): Speech | undefined {
  const { data, isError } = useQuery({
    queryKey: ['speech'],
    queryFn: ({ signal }) => api.get<Speech>('/speech', {}, signal),
    staleTime: Infinity,
    retry: false,
  })
  return isError ? UNKNOWN : data
}

/** What was said in the recording. Throws a `Problem`. */
export async function transcribed(
  recording: Blob,
  language: string,
  signal: AbortSignal,
): Promise<string> {
  const form = new FormData()
  form.append('file', recording, 'said')
  form.append('language', language)
  const response = await send(address('/speech/transcriptions'), {
    method: 'POST',
    body: form,
    signal,
  })
  return ((await response.json()) as { text: string }).text
}

/** One part of an answer, spoken, and how many parts there are. Throws a `Problem`. */
export async function spokenPart(
  answer: string,
  part: number,
  signal: AbortSignal,
): Promise<{ sound: Blob; parts: number }> {
  const url = address(`/answers/${answer}/speech`, { part })
  const response = await send(url, { signal, headers: { Accept: 'audio/*' } })
  const parts = Number(response.headers.get('X-Parts'))
  return { sound: await response.blob(), parts }
}
