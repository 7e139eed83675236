import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Answer, ConversationsImport } from '@/api/types'
import { AnswerCard } from '@/features/assistant/AnswerCard'
import { ImportReport } from '@/features/assistant/ImportReport'
import { isUnsure } from '@/features/assistant/unsure'
import { TranslationProvider, loadCatalogue } from '@/i18n'

const ANSWER: Answer = {
  id: 'a1',
  conversation_id: 'c1',
  question: 'Quel RAID choisir ?',
  status: 'imported',
  text: '**RAID 6**\n  <b>vu</b>',
  language: 'fr',
  generator: 'imported',
  model: 'gpt-4o',
  fallback: false,
  confidence: 0,
  cached: false,
  ai_notice: 'Importé de ChatGPT : non vérifié dans vos documents.',
  sentences: [],
  citations: [],
  nearest: [],
  looked_for: [],
  suggestions: [],
  handover: false,
  rating: null,
  took_ms: 0,
  created_at: '2024-03-05T10:00:00Z',
}
const REPORT: ConversationsImport = {
  created: 2,
  already: 1,
  skipped: 3,
  shortened: 0,
  reasons: [
    { title: 'Plans', reason: 'too_large' },
    { title: '', reason: 'unreadable' },
  ],
}

function show(children: ReactNode) {
  localStorage.setItem('netz-language', 'fr')
  return render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <TranslationProvider>{children}</TranslationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const card = (answer: Answer) => (
  <AnswerCard answer={answer} latest onAsk={vi.fn()} onOpen={vi.fn()} />
)

beforeAll(() => loadCatalogue('fr'))

describe('what another assistant said', () => {
  it('is text under its origin, which nobody rates or hands over', () => {
    const { container } = show(card(ANSWER))
    expect(screen.getByText(/Importé de ChatGPT/)).toBeTruthy()
    expect(container.textContent).toContain('**RAID 6**\n  <b>vu</b>')
    expect(container.textContent).toContain('gpt-4o')
    expect(container.textContent).not.toContain('ms')
    expect(screen.queryByRole('button', { name: 'Réponse utile' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Transmettre au support' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Copier la réponse' })).toBeTruthy()
    expect(isUnsure(ANSWER)).toBe(false)
  })

  it('differs from an answer of ours, which can be rated', () => {
    show(card({ ...ANSWER, status: 'answered', generator: 'model' }))
    expect(screen.getByRole('button', { name: 'Réponse utile' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Transmettre au support' })).toBeTruthy()
  })
})

describe('the report of an import', () => {
  it('counts, names what was left out, and takes the focus', () => {
    const { container } = show(
      <ImportReport report={REPORT} onClose={vi.fn()} onAnother={vi.fn()} />,
    )
    expect(document.activeElement?.textContent).toContain('2 conversations importées')
    expect(container.textContent).toContain('1 était déjà là')
    expect(container.textContent).toContain('Plans (trop volumineuse)')
    expect(container.textContent).toContain('Sans titre (abîmée)')
    expect(container.textContent).toContain('et 1 autre')
  })

  it('says that there was nothing new', () => {
    const nothing = { ...REPORT, created: 0, skipped: 0, reasons: [] }
    const { container } = show(
      <ImportReport report={nothing} onClose={vi.fn()} onAnother={vi.fn()} />,
    )
    expect(container.textContent).toContain('Rien de nouveau dans ce fichier')
    expect(screen.queryByRole('region')).toBeNull()
  })
})
