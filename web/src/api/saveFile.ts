/** Hands a file that was fetched or made here to the browser to keep. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has begun to read it once the click is handled.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** The name that the server gave its file. */
export function nameOf(response: Response, otherwise: string): string {
  const told = response.headers.get('Content-Disposition') ?? ''
  return /filename="([^"]+)"/.exec(told)?.[1] ?? otherwise
}
