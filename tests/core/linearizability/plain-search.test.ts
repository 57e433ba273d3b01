/**
 * The checker against a plain search on histories of several dozen operations: long enough
 * that what it has placed no longer fits into one word, and that it backtracks over that.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Prng, present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { ConfigurationSet } from '../../../grader/core/check/linearizability/configuration-set.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { generateHistory, mutateOutputs } from '../../support/histories/generate.ts'
import { isPlainlyLinearizable } from '../../support/histories/plain-search.ts'
import { WORKLOADS } from '../../support/histories/workloads.ts'
import { runsOf } from './fuzz.ts'

const RUNS = 15
const OPERATIONS_MAX = 80
const LIMITS = { stepsMax: 1_000_000 }

// With equal items, or unknown outcomes, too many orders of a long queue stay open.
describe.each(WORKLOADS.filter(({ name }) => name !== 'queue'))('a long $name', (workload) => {
  const model = present(findModel(workload.model), 'it has a model').make(workload.initial)
  const histories = fc
    .record({ seed: fc.nat(), operations: fc.integer({ min: 40, max: OPERATIONS_MAX }) })
    .map(({ seed, operations }) => {
      const prng = new Prng(seed, 'long')
      const options = { workload, operations, processes: prng.between(2, 4), keys: 1 }
      const infoPermille = workload.name === 'uniqueQueue' ? 0 : prng.pick([0, 20])
      const history = generateHistory(prng, {
        ...options,
        infoPermille,
        failPermille: 20,
        ties: prng.chance(300),
      })
      return prng.chance(500) ? mutateOutputs(prng, history) : history
    })

  test('gets the verdict of a plain search', () => {
    const seen = { decided: 0, undecided: 0 }
    fc.assert(
      fc.property(histories, (history) => {
        const expected = isPlainlyLinearizable(history, workload)
        seen[expected === undefined ? 'undecided' : 'decided']++
        if (expected === undefined) return
        const { verdict } = checkLinearizable(history, model, LIMITS)
        expect(verdict).toBe(expected ? 'pass' : 'fail')
      }),
      { numRuns: runsOf(RUNS) },
    )
    expect(seen.decided).toBeGreaterThan(seen.undecided)
  })
})

describe('the set of configurations', () => {
  test('tells apart what has the same hash', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }))
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 1_000), (all, hashes) => {
        const set = new ConfigurationSet()
        const known = new Set<string>()
        for (const row of all) {
          const hash = row.reduce((sum, word) => sum + word, 0) % hashes
          expect(set.add(Int32Array.from(row), row.length, hash)).toBe(!known.has(row.join()))
          known.add(row.join())
        }
      }),
    )
  })

  test('remembers all of many', () => {
    const set = new ConfigurationSet()
    const add = (index: number) => set.add(Int32Array.of(index, index * 7), 2, index % 100)
    for (let index = 0; index < 2_000; index++) expect(add(index)).toBe(true)
    for (let index = 0; index < 2_000; index++) expect(add(index)).toBe(false)
  })
})
