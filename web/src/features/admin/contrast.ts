/** Whether a colour can be read, as the server computes it (WCAG 2.2, level AA). */
const AA = 4.5

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** The colour itself, or its nearest darker shade on which white words can be read. */
export function readable(color: string): string {
  for (let step = 0; step <= 100; step += 1) {
    const shade = darker(color, 1 - step / 100)
    if (contrast(shade, '#ffffff') >= AA) return shade
  }
  return '#000000'
}

export function passes(color: string): boolean {
  return contrast(color, '#ffffff') >= AA
}

function darker(color: string, part: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(color.slice(at, at + 2), 16) * part))
  return `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`
}
