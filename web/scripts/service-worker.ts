/** Vite plugin: builds the service worker as one file at the root, knowing what makes up the shell. */
import { createHash } from 'node:crypto'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const SOURCE = 'src/offline/worker.ts'
/** Beside what the build names by its content; the pages' text is fetched as the server gives it. */
const FIXED = ['/favicon.svg', '/icons/icon-192.png', '/manifest.webmanifest']

export function serviceWorker(): Plugin {
  let config: ResolvedConfig
  let files: string[] = []
  let version = ''
  return {
    name: 'netz-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    writeBundle(_options, bundle) {
      const names = Object.keys(bundle).sort()
      const page = bundle['index.html']
      const text = page?.type === 'asset' ? page.source : ''
      version = createHash('sha256').update(names.join()).update(text).digest('hex').slice(0, 12)
      files = [...FIXED, ...names.filter((name) => name !== 'index.html').map((name) => `/${name}`)]
    },
    // Before the files are compressed.
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          root: config.root,
          logLevel: 'warn',
          resolve: { alias: config.resolve.alias },
          define: { __SHELL__: JSON.stringify({ version, files }) },
          build: {
            outDir: config.build.outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            target: config.build.target,
            rollupOptions: {
              input: { sw: SOURCE },
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        })
      },
    },
  }
}
