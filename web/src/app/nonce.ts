import { setNonce } from 'get-nonce'

/** The nonce of this page, for the style elements that libraries add while running. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** The scroll lock behind dialogs asks this module for its nonce. */
export function shareNonce(): void {
  const nonce = pageNonce()
  if (nonce) setNonce(nonce)
}
