/** What a search has placed, against plain sets and lists. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Prng, present } from '#core'
import { partitionOf } from '../../../grader/core/check/linearizability/partition.ts'
import { Placement } from '../../../grader/core/check/linearizability/placement.ts'
import { StateSpace } from '../../../grader/core/check/linearizability/state-space.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { generateHistory } from '../../support/histories/generate.ts'
import { uniqueRegister } from '../../support/histories/workloads.ts'
import { runsOf } from './fuzz.ts'

/** Enough for three words of required operations and two of optional ones. */
const OPERATIONS = 160

/** States, and states without the optional operation before, in all mixtures. */
const STATES = [
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 0],
] as const

interface Move {
  readonly kind: 'choice' | 'for-good' | 'back'
  readonly pick: number
}

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Move['kind'][]>('choice', 'choice', 'for-good', 'back'),
    pick: fc.nat({ max: 9 }),
  }),
  { minLength: 50, maxLength: 300, size: 'max' },
)

function placementOf(seed: number) {
  const options = { operations: OPERATIONS, processes: 6, keys: 1, failPermille: 0, ties: false }
  const workload = uniqueRegister
  const history = generateHistory(new Prng(seed, 'placement'), {
    ...options,
    workload,
    infoPermille: 350,
  })
  const model = present(findModel('register'), 'there is a register').make(null)
  const partition = partitionOf(history.operations, model, new StateSpace(model))
  return { partition, placement: new Placement(partition) }
}

test('one configuration has one row of words, and each row is of one configuration', () => {
  fc.assert(
    fc.property(fc.nat(), moves, (seed, moves) => {
      const { partition, placement } = placementOf(seed)
      const { operations, required, observers } = partition
      const placed: { index: number; isChoice: boolean }[] = []
      const rowOf = new Map<string, string>()
      const configurationOf = new Map<string, string>()
      for (const { kind, pick } of moves) {
        const left = [...operations.keys()].filter((index) => !placement.has(index))
        const index = left[Math.min(pick, left.length - 1)]
        if (kind === 'back') {
          const undone = placement.takeBack()
          while (placed.at(-1)?.isChoice === false) placed.pop()
          const choice = placed.pop()
          expect(undone?.state).toBe(choice?.index)
        } else if (index !== undefined) {
          const isChoice = kind === 'choice' || index >= required
          if (isChoice) placement.place(index, index, -1, 0)
          else placement.placeForGood(index, index, -1)
          placed.push({ index, isChoice })
        }
        expect(placement.order(0)).toEqual(placed.map((each) => each.index))
        const set = new Set(placement.order(0))
        expect(placement.nextObserver()).toBe([...observers].find((each) => !set.has(each)))
        for (const [state, without] of STATES) {
          const { words, length, hash } = placement.configuration(state, without)
          const row = words.subarray(0, length).join(' ')
          const configuration = `${state} ${without}: ${[...set].sort((a, b) => a - b).join(' ')}`
          expect(rowOf.get(configuration) ?? `${row}, ${hash}`).toBe(`${row}, ${hash}`)
          expect(configurationOf.get(row) ?? configuration).toBe(configuration)
          rowOf.set(configuration, `${row}, ${hash}`)
          configurationOf.set(row, configuration)
        }
      }
    }),
    { numRuns: runsOf(30) },
  )
})

test('the list of what is left is whole again after everything was taken back', () => {
  fc.assert(
    fc.property(fc.nat(), moves, (seed, moves) => {
      const { partition, placement } = placementOf(seed)
      const listed = () => {
        const entries: number[] = []
        for (let at = placement.first(); at !== 2 * partition.required; at = placement.after(at)) {
          entries.push(at)
        }
        return entries
      }
      const whole = listed()
      expect(whole).toHaveLength(2 * partition.required)
      for (const { pick } of moves) {
        const left = listed().filter((entry) => entry < partition.required)
        const index = left[Math.min(pick, left.length - 1)]
        if (index !== undefined) placement.place(index, 0, -1, 0)
        expect(listed()).not.toContain(index)
      }
      while (placement.takeBack() !== undefined);
      expect(listed()).toEqual(whole)
    }),
    { numRuns: runsOf(20) },
  )
})
