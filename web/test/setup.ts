import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { loadCatalogue } from '@/i18n'

// Mantine asks for the colour scheme, which jsdom does not know.
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList

afterEach(cleanup)

// Words that a page fetches when they are first asked for are there from the start in tests.
beforeAll(async () => {
  await loadCatalogue('fr')
})
