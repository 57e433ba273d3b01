/**
 * Correct solutions that are built in other ways than the reference pass every check: those
 * written for a step, and those that it borrows. `npm run power` tries many more seeds.
 */
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../scripts/power/lab-corpus.ts'
import { failuresAmong } from '../support/failures-among.ts'

/** Seeds of each check; NETSPLIT_FUZZ=100 tries a hundred times as many. */
const SEED_COUNT = 2 * Number(process.env.NETSPLIT_FUZZ ?? 1)

const corpus = (await readCorpus()).filter(({ variants }) => variants.length > 0)

describe.each(corpus)('$lab.id/$step.id', (step) => {
  test.each(step.variants)('$name passes every check', ({ source }) => {
    const failures = failuresAmong(step, { source, checks: step.checks, seedCount: SEED_COUNT })
    expect(failures.map(({ line }) => line)).toEqual([])
  })
})
