/** Vite plugin: writes a .gz file beside each text asset, so that the server never compresses while serving. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(js|mjs|css|svg|json|txt|webmanifest)$/
/** Below this many bytes a compressed copy saves nothing worth a second file. */
const SMALLEST = 1024

async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path)
    if (content.length < SMALLEST) continue
    await writeFile(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
  }
}

export function precompress(): Plugin {
  let folder = 'dist'
  return {
    name: 'netz-precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    closeBundle: {
      // After what others write at the end.
      order: 'post',
      sequential: true,
      async handler() {
        await compressFolder(folder)
      },
    },
  }
}
