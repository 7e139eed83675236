/** A workspace's looks on the page, and the product's own again after it. */
import { render } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { useLooks, type Looks } from '@/components/looks'
import { useDocumentTitle } from '@/components/useDocumentTitle'

const LOOKS: Looks = {
  name: 'Armor',
  logo_url: '/api/v2/branding/armor/logo?v=1',
  tones: { fill_light: '#7a1f5c', fill_dark: '#d98fc0', ink_light: '#7a1f5c', ink_dark: '#d98fc0' },
  title: null,
  text: null,
}

function Screen({ looks, title }: { looks: Looks | null; title: string }) {
  useLooks(looks)
  useDocumentTitle(title)
  return null
}

const variable = (name: string) => document.documentElement.style.getPropertyValue(name)
const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href')

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="/favicon.svg" type="image/svg+xml">'
})

it('wears them in both themes, in the tab and in its icon', () => {
  render(<Screen looks={LOOKS} title="Documents" />)
  expect(variable('--brand-fill-light')).toBe('#7a1f5c')
  expect(variable('--brand-ink-dark')).toBe('#d98fc0')
  expect(document.title).toBe('Documents · Armor')
  expect(icon()).toBe(LOOKS.logo_url)
})

it('takes them off again', () => {
  const { rerender } = render(<Screen looks={LOOKS} title="Documents" />)
  rerender(<Screen looks={null} title="Documents" />)
  expect(variable('--brand-fill-light')).toBe('')
  expect(document.title).toBe('Documents · NETZ AI')
  expect(icon()).toBe('/favicon.svg')
})
