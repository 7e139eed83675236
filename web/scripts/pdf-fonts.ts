/** Vite plugin: ships the standard PDF fonts from our own origin, for documents that do not embed them. */
import { createReadStream } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

const SOURCE = join(import.meta.dirname, '../node_modules/pdfjs-dist/standard_fonts')
const ADDRESS = '/pdf-fonts/'

export function pdfFonts(): Plugin {
  let folder = 'dist'
  return {
    name: 'netz-pdf-fonts',
    configResolved(config) {
      folder = config.build.outDir
    },
    configureServer(server) {
      server.middlewares.use(ADDRESS, (request, response) => {
        const file = createReadStream(join(SOURCE, basename(request.url ?? '')))
        file.on('error', () => {
          response.statusCode = 404
          response.end()
        })
        file.pipe(response)
      })
    },
    async writeBundle() {
      const target = join(folder, ADDRESS)
      await mkdir(target, { recursive: true })
      await cp(SOURCE, target, { recursive: true })
    },
  }
}
