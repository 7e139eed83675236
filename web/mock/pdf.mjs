/** A three-page PDF written by hand, enough to see the viewer scroll and mark. */
const texts = [
  [
    'Se connecter au VPN',
    'Ouvrez FortiClient depuis le menu.',
    'Validez la demande sur votre telephone.',
  ],
  [
    'En cas d erreur',
    'Code -14 : mot de passe expire.',
    'Le VPN se coupe apres dix heures',
    'sans activite.',
  ],
  ['Support', 'Du lundi au vendredi, de 8 h a 18 h.'],
]

export function samplePdf() {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>']
  const kids = texts.map((_, i) => `${3 + i * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${texts.length} >>`)
  const font = 3 + texts.length * 2
  texts.forEach((lines, i) => {
    const drawn = lines.map((line, n) => `${n ? '0 -28 Td ' : ''}(${line}) Tj`).join('\n')
    const stream = `BT /F1 18 Tf 60 740 Td\n${drawn}\nET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + i * 2} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    )
  })
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = body.length
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(body, 'latin1')
}
