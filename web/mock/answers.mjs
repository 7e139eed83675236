/** Answers of the stand-in, whole or streamed. */
import { randomUUID } from 'node:crypto'
import * as data from './data.mjs'
import { Refusal, sleep, state } from './state.mjs'

export function makeAnswer({ question, conversation_id }) {
  const base = /cantine|menu du|météo/i.test(question) ? data.refused : data.answered
  let talk = state.conversations.find((c) => c.id === conversation_id)
  if (!talk) {
    talk = { id: randomUUID(), title: question.slice(0, 70), messages: [] }
    state.conversations.unshift(talk)
  }
  const created_at = new Date().toISOString()
  const answer = {
    id: randomUUID(),
    conversation_id: talk.id,
    question,
    ...base,
    sentences: base.sentences.map((s) => ({ marker: '', supported: true, ...s })),
    text: base.text ?? base.sentences.map((s) => s.text).join('\n'),
    generator: 'extractive',
    model: null,
    fallback: false,
    cached: talk.messages.length > 0,
    ai_notice: 'Réponse rédigée par une IA à partir de vos documents.',
    handover: false,
    rating: null,
    took_ms: 42,
    created_at,
  }
  talk.updated_at = created_at
  talk.messages.push(
    { id: randomUUID(), role: 'user', text: question, answer: null, created_at },
    { id: randomUUID(), role: 'assistant', text: answer.text, answer, created_at },
  )
  return answer
}

export async function streamAnswer(body, response) {
  if (/panne/i.test(body.question))
    throw new Refusal(503, 'Le service est occupé.', 'Réessayez dans une minute.')
  const answer = makeAnswer(body)
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  await sleep(400)
  for (const token of answer.text.split(/(?<=\s)/)) {
    response.write(`event: token\ndata: ${JSON.stringify({ text: token })}\n\n`)
    await sleep(25)
  }
  for (const citation of answer.citations) {
    response.write(`event: citation\ndata: ${JSON.stringify(citation)}\n\n`)
  }
  response.end(`event: done\ndata: ${JSON.stringify(answer)}\n\n`)
}
