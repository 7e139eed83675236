import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Citation, Sentence } from '@/api/types'
import { Sentences } from '@/features/assistant/Sentences'
import { groupSentences, splitRow, splitStep } from '@/features/assistant/groups'
import { TranslationProvider } from '@/i18n'

const citation = (index: number): Citation => ({
  index,
  document_id: `d${index}`,
  path: `guide-${index}.md`,
  title: `Guide ${index}`,
  passage_id: `p${index}`,
  page: null,
  quote: '',
  headings: [],
  attached: false,
})

const sentence = (given: Partial<Sentence>): Sentence => ({
  text: 'Le VPN se coupe.',
  kind: 'sentence',
  citations: [],
  marker: '',
  supported: true,
  ...given,
})

function show(given: Partial<Sentence>[], citations: Citation[] = [citation(1), citation(2)]) {
  const onOpen = vi.fn()
  localStorage.setItem('netz-language', 'fr')
  render(
    <MantineProvider>
      <TranslationProvider>
        <Sentences sentences={given.map(sentence)} citations={citations} onOpen={onOpen} />
      </TranslationProvider>
    </MantineProvider>,
  )
  return onOpen
}

describe('an answer on the screen', () => {
  it('shows a mark for each source of a sentence, and opens that source', async () => {
    const onOpen = show([{ text: 'Le VPN se coupe.', kind: 'sentence', citations: [1, 2] }])
    await userEvent.click(screen.getByRole('button', { name: 'Source 2\u00a0: Guide 2' }))
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(citation(2))
    expect(screen.getAllByRole('button')).toHaveLength(2)
  })

  it('shows no mark for a source that did not come', () => {
    show([{ text: 'Le VPN se coupe.', kind: 'sentence', citations: [9] }])
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows steps as an ordered list that keeps the numbers of the document', () => {
    show([
      { text: 'Ouvrez le menu.', marker: '3.', kind: 'step', citations: [1] },
      { text: '4. Validez.', kind: 'step', citations: [1] },
    ])
    const steps = within(screen.getByRole('list')).getAllByRole('listitem')
    expect(steps.map((step) => step.getAttribute('value'))).toEqual(['3', '4'])
    expect(steps[1]).toHaveTextContent(/^Validez\./)
  })

  it('says that a sentence is confirmed by no document', () => {
    show([{ text: 'La Lune est en fromage.', kind: 'sentence', citations: [], supported: false }])
    expect(screen.getByText(/Aucun document ne confirme/)).toBeInTheDocument()
  })

  it('shows markup as the text that it is', () => {
    show([{ text: '<b>gras</b>', kind: 'sentence', citations: [] }])
    expect(screen.getByText('<b>gras</b>')).toBeInTheDocument()
  })
})

describe('the shape of an answer', () => {
  it('puts neighbours of one kind together and keeps their order', () => {
    const of = (kind: Sentence['kind']) => sentence({ kind })
    const groups = groupSentences([of('sentence'), of('step'), of('step'), of('sentence')])
    expect(groups.map(({ kind, sentences }) => [kind, sentences.length])).toEqual([
      ['sentence', 1],
      ['step', 2],
      ['sentence', 1],
    ])
  })

  it('leaves a number that belongs to the words', () => {
    expect(splitStep('2026 est une année.')).toEqual({ text: '2026 est une année.', number: null })
  })

  it('reads table rows, and leaves other text whole', () => {
    expect(splitRow('Code: -14; Cause: Mot de passe expiré')).toEqual([
      { header: 'Code', value: '-14' },
      { header: 'Cause', value: 'Mot de passe expiré' },
    ])
    expect(splitRow('Une phrase simple.')).toBeNull()
  })
})
