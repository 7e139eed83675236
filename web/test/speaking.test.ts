import { beforeEach, expect, it, vi } from 'vitest'
import { read, readingNow, sentencesOf, stop, voiceFor } from '@/features/assistant/voice/speaking'

interface Said {
  text: string
  onend?: () => void
  onerror?: () => void
}
const said: Said[] = []
const cancel = vi.fn()
const voice = (lang: string, more: Partial<SpeechSynthesisVoice> = {}) =>
  ({ lang, localService: true, default: false, name: lang, ...more }) as SpeechSynthesisVoice
let voices: SpeechSynthesisVoice[] = []

beforeEach(() => {
  said.length = 0
  cancel.mockClear()
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak: (one: Said) => said.push(one),
    cancel,
  })
  stop()
  cancel.mockClear()
})

it('takes a voice of the device, never one that sends the text away', () => {
  voices = [voice('fr-FR', { localService: false, default: true }), voice('en-GB')]
  expect(voiceFor('fr')).toBeNull()
  voices = [...voices, voice('fr-CA'), voice('fr-BE', { default: true })]
  expect(voiceFor('fr')?.lang).toBe('fr-BE')
  expect(voiceFor('en')?.lang).toBe('en-GB')
})

it('reads sentence by sentence, without what is not read', () => {
  const text = '1. **Ouvrez** `https://compte.example`. [1]\n2. Cliquez ! Puis validez.\n\n'
  expect(sentencesOf(text)).toEqual([
    '1. Ouvrez https://compte.example .',
    '2. Cliquez !',
    'Puis validez.',
  ])
})

it('knows what is being read until it is over', () => {
  read('a', 'Un. Deux.', voice('fr-FR'))
  expect(said.map(({ text }) => text)).toEqual(['Un.', 'Deux.'])
  expect(readingNow()).toBe('a')
  said[1]?.onend?.()
  expect(readingNow()).toBeNull()
})

it('stops the one before, whose late end ends nothing', () => {
  read('a', 'Un.', voice('fr-FR'))
  read('b', 'Deux.', voice('fr-FR'))
  expect(cancel).toHaveBeenCalled()
  said[0]?.onend?.()
  expect(readingNow()).toBe('b')
  stop()
  expect(readingNow()).toBeNull()
})
