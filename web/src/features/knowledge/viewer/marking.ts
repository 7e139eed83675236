/** Finds a passage again among the loose pieces of text that a PDF page is made of. */

/** Only letters and digits count: spacing, hyphens and accents differ between extractors. */
export function essence(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Shorter than this a text is found by chance. */
const SHORTEST = 8
/** A line that is not found whole is looked for in parts of about this many characters. */
const PART = 32

function parts(line: string): string[] {
  const words = line.split(/\s+/)
  const found: string[] = []
  let part = ''
  for (const word of words) {
    part += essence(word)
    if (part.length >= PART) {
      found.push(part)
      part = ''
    }
  }
  if (part.length >= SHORTEST) found.push(part)
  return found
}

/**
 * Indexes of the `pieces` that the lines of `passage` cover.
 * A piece counts when any of it is covered; nothing found gives an empty set.
 */
export function coveredPieces(pieces: string[], passage: string): Set<number> {
  const owners: number[] = []
  let page = ''
  pieces.forEach((piece, index) => {
    const text = essence(piece)
    page += text
    owners.push(...Array.from({ length: text.length }, () => index))
  })

  const covered = new Set<number>()
  const cover = (needle: string): boolean => {
    if (needle.length < SHORTEST) return false
    const at = page.indexOf(needle)
    if (at < 0) return false
    for (let i = at; i < at + needle.length; i += 1) {
      const owner = owners[i]
      if (owner !== undefined) covered.add(owner)
    }
    return true
  }

  for (const line of passage.split('\n')) {
    if (!cover(essence(line))) parts(line).forEach(cover)
  }
  return covered
}
