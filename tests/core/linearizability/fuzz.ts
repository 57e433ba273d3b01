/** Small histories of every kind for differential tests, and how many of them to run. */
import fc from 'fast-check'
import { type History, Prng } from '#core'
import { generateHistory, mutateOutputs } from '../../support/histories/generate.ts'
import type { Workload } from '../../support/histories/workload.ts'

/** Multiplied by the environment variable NETSPLIT_FUZZ. */
export function runsOf(count: number): number {
  return Math.ceil(count * Number(process.env.NETSPLIT_FUZZ ?? 1))
}

/** A history with few operations that collide much; four in five have other answers put in. */
export function smallHistories(workload: Workload, operationsMax: number): fc.Arbitrary<History> {
  return fc
    .record({ seed: fc.nat(), operations: fc.integer({ min: 3, max: operationsMax }) })
    .map(({ seed, operations }) => {
      const prng = new Prng(seed, 'history')
      const history = generateHistory(prng, {
        workload,
        operations,
        processes: prng.between(2, 4),
        keys: prng.pick([1, 1, 2]),
        infoPermille: prng.pick([0, 100, 300]),
        failPermille: prng.pick([0, 100]),
        ties: prng.chance(300),
      })
      return prng.chance(800) ? mutateOutputs(prng, history) : history
    })
}
