/** Opens the overlays that are fetched after the first screen, from anywhere. */
type Overlay = 'palette' | 'help'

const openers = new Map<Overlay, () => void>()
/** Asked for before its code was there: opened as soon as it is. */
let awaited: Overlay | null = null

function open(name: Overlay): void {
  const opener = openers.get(name)
  if (opener) opener()
  else awaited = name
}

export function openPalette(): void {
  open('palette')
}

export function openHelp(): void {
  open('help')
}

export function onOverlay(name: Overlay, opener: () => void): () => void {
  openers.set(name, opener)
  if (awaited === name) {
    awaited = null
    opener()
  }
  return () => {
    openers.delete(name)
  }
}
