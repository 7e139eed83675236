/** Opens the overlays that are fetched after the first screen, from anywhere. */
const target = new EventTarget()

export function openPalette(): void {
  target.dispatchEvent(new Event('palette'))
}

export function openHelp(): void {
  target.dispatchEvent(new Event('help'))
}

export function onOverlay(name: 'palette' | 'help', open: () => void): () => void {
  target.addEventListener(name, open)
  return () => target.removeEventListener(name, open)
}
