/** A workspace's looks on the page: colours for both themes, the tab's name and icon. */
import { useLayoutEffect } from 'react'
import type { components } from '@/api/schema'

export type Looks = components['schemas']['LooksOut']

const OWN_NAME = 'NETZ AI'
const OWN_ICON = '/favicon.svg'
let worn = OWN_NAME

/** What the tab's title ends with. */
export function wornName(): string {
  return worn
}

/**
 * Before anything is painted, so that nothing flashes in other colours. The variables stand in for
 * the product's own in global.css and the theme; without them those hold.
 */
export function useLooks(looks: Looks | null | undefined): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const [name, value] of variables(looks)) {
      if (value) style.setProperty(name, value)
      else style.removeProperty(name)
    }
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    const href = looks?.logo_url ?? OWN_ICON
    if (icon && icon.getAttribute('href') !== href) {
      icon.removeAttribute('type')
      icon.setAttribute('href', href)
    }
    if (document.title.endsWith(worn)) {
      document.title = document.title.slice(0, -worn.length) + (looks?.name ?? OWN_NAME)
    }
    worn = looks?.name ?? OWN_NAME
  }, [looks])
}

function variables(looks: Looks | null | undefined): [string, string][] {
  const { fill_light = '', fill_dark = '', ink_light = '', ink_dark = '' } = looks?.tones ?? {}
  return [
    ['--brand-fill-light', fill_light],
    ['--brand-fill-dark', fill_dark],
    ['--brand-hover-light', fill_light && `color-mix(in srgb, ${fill_light} 88%, #000)`],
    ['--brand-hover-dark', fill_dark && `color-mix(in srgb, ${fill_dark} 88%, #fff)`],
    ['--brand-ink-light', ink_light],
    ['--brand-ink-dark', ink_dark],
    ['--brand-soft-light', ink_light && `color-mix(in srgb, ${ink_light} 10%, #fff)`],
    ['--brand-soft-dark', ink_dark && `color-mix(in srgb, ${ink_dark} 15%, #151819)`],
  ]
}
