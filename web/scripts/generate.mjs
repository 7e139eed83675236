/**
 * Writes src/api/schema.d.ts from openapi.json, the contract as the server exports it.
 * With --check it writes nothing and fails when the two do not belong together.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapi, { astToString } from 'openapi-typescript'

const SOURCE = new URL('../openapi.json', import.meta.url)
const TARGET = new URL('../src/api/schema.d.ts', import.meta.url)
const HEADER = '/* Generated from openapi.json by `npm run generate`: do not edit. */\n'

function giveUp(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

if (!existsSync(SOURCE)) giveUp('web/openapi.json is missing: export it from the server first.')
const generated = HEADER + astToString(await openapi(SOURCE))

if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, generated)
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== generated) {
  giveUp('src/api/schema.d.ts is stale: run `npm run generate` in web/ and commit the result.')
}
