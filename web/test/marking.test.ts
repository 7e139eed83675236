import { describe, expect, it } from 'vitest'
import { coveredPieces } from '@/features/knowledge/viewer/marking'

describe('finding a passage on a page', () => {
  const pieces = [
    'Se connecter au VPN',
    'Ouvrez FortiClient depuis',
    'le menu Démar-',
    'rer.',
    'Fin',
  ]

  it('covers every piece that the passage runs through, over hyphens and accents', () => {
    const covered = coveredPieces(pieces, 'Ouvrez FortiClient depuis le menu Demarrer.')
    expect([...covered]).toEqual([1, 2, 3])
  })

  it('looks for each line by itself', () => {
    const covered = coveredPieces(pieces, 'Une ligne d’une autre page\nSe connecter au VPN')
    expect([...covered]).toEqual([0])
  })

  it('finds the part of a line that is there', () => {
    const covered = coveredPieces(
      pieces,
      'Ouvrez FortiClient depuis le menu Démarrer. Puis lisez la suite sur une tout autre page.',
    )
    expect(covered.has(1)).toBe(true)
  })

  it('marks nothing by chance', () => {
    expect(coveredPieces(pieces, 'Fin').size).toBe(0)
    expect(coveredPieces(pieces, 'Un tout autre texte sans rapport').size).toBe(0)
  })
})
