/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfFonts } from './scripts/pdf-fonts'
import { precompress } from './scripts/precompress'
import { serviceWorker } from './scripts/service-worker'

const server = process.env.NETZ_SERVER ?? 'http://127.0.0.1:8000'
// With the browser's own Host, to which passkeys belong and against which the origin is checked.
const passed = { target: server, changeOrigin: false }
const proxy = { '/api': passed, '/_allauth': passed }

export default defineConfig({
  plugins: [react(), pdfFonts(), serviceWorker(), precompress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy },
  preview: { proxy },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
  },
})
