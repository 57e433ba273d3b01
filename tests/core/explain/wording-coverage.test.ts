/** Everything that can break has words of its own, and a story in the golden files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasWording } from '../../../grader/core/explain/wording/claims.ts'
import { readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { claimIds } from './claims-by-id.ts'

const CORE_CHECK = join(import.meta.dirname, '../../../grader/core/check')

/** Ids of claims as they stand in the source of core, so that none can be forgotten. */
function idsInSource(): readonly string[] {
  const files = readdirSync(CORE_CHECK, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(CORE_CHECK, name), 'utf8'))
    .filter((text) => /\bmonitor\b/.test(text))
  return texts.flatMap((text) =>
    [...text.matchAll(/^\s+id: '([a-z-]+)',\n\s+sentence:/gm)].map(([, id]) => id ?? ''),
  )
}

test('every claim in the source of core is listed for its story', () => {
  const found = idsInSource()
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter((id) => !claimIds.includes(id))).toEqual([])
})

test('every claim of core has words of its own', () => {
  expect(claimIds.filter((id) => !hasWording(id))).toEqual([])
})

test('every claim of every lab has words of its own', async () => {
  const corpus = await readCorpus()
  const ids = corpus.flatMap(({ checks }) =>
    checks.flatMap(({ claims }) => claims.map(({ id }) => id)),
  )
  expect(ids.length).toBeGreaterThan(10)
  expect([...new Set(ids)].filter((id) => !hasWording(id))).toEqual([])
})

test('a claim that nobody knows has none', () => {
  expect(hasWording('toString')).toBe(false)
  expect(hasWording('a-claim-nobody-knows')).toBe(false)
})
