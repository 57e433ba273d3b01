/** Reviewed text: what the code gives must equal the file; `REWRITE=1` writes it anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

export function expectGolden(name: string, actual: string): void {
  const file = join(import.meta.dirname, 'golden', `${name}.txt`)
  if (process.env.REWRITE === '1') writeFileSync(file, actual)
  expect(existsSync(file), `${name}.txt is missing: run with REWRITE=1 and review it`).toBe(true)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}
