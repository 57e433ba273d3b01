/** The explorer sees exactly the worlds that brute force sees, in as few transitions. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explore } from '../../../grader/core/explore/explore.ts'
import { naiveStates } from './naive-explorer.ts'
import { randomNode, randomScopes } from './random-protocol.ts'
import { toyHost, toyLiveHost } from './toy-host.ts'
import { worldText } from './world-text.ts'

const RUNS = 40 * Number(process.env.NETSPLIT_FUZZ ?? 1)
/** Brute force is left alone with spaces that it can manage. */
const STATES_MAX = 1_500

const cases = fc.record({
  seed: fc.nat(),
  work: fc.integer({ min: 1, max: 2 }),
  scope: randomScopes,
})

describe('differential: explorer and brute force', () => {
  test.each(['breadth-first', 'depth-first'] as const)('%s', (order) => {
    fc.assert(
      fc.property(cases, ({ seed, work, scope }) => {
        const node = randomNode(seed, work)
        const seen = new Set<string>()
        const result = explore({
          scope,
          host: toyHost(node),
          live: () => toyLiveHost(node),
          order,
          states: [
            {
              id: 'collect',
              sentence: 'Every state is looked at once.',
              holds(world) {
                seen.add(worldText(scope, world))
                return undefined
              },
            },
          ],
          limits: { statesMax: STATES_MAX },
        })
        // What is too large to search whole is drawn again, so that each run compares.
        fc.pre(result.kind !== 'limit')
        const expected = naiveStates(scope, toyHost(node))
        expect(result.kind).toBe('exhausted')
        expect(result.states).toBe(expected.size)
        expect([...seen].sort()).toEqual([...expected.keys()].sort())
        if (order === 'breadth-first') expect(result.depth).toBe(Math.max(...expected.values()))
      }),
      { numRuns: RUNS },
    )
  })

  test('the shortest way to any one state is found', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ seed, work, scope }, choice) => {
        const host = toyHost(randomNode(seed, work))
        const probe = explore({ scope, host, limits: { statesMax: STATES_MAX } })
        if (probe.kind === 'limit') return
        const expected = [...naiveStates(scope, host)]
        const [target, depth] = expected[choice % expected.length] as [string, number]
        const result = explore({
          scope,
          host,
          goal: (world) => worldText(scope, world) === target,
        })
        expect(result.kind === 'goal-reached' && result.stages[0]?.path.length).toBe(depth)
      }),
      { numRuns: RUNS },
    )
  })
})
