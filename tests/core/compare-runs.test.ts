/** Two runs side by side: what they share, what has a twin, what stands alone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRuns, fork } from '#core'
import { CRASH, scenarios, traceOf } from './gossip.ts'

describe('two runs side by side', () => {
  test('equal runs share everything', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const trace = traceOf(scenario, seed, host())
        const { shared, twins, onlyInOurs, onlyInTheirs } = compareRuns(trace, trace)
        expect([shared, twins.size]).toEqual([trace.events.length, 0])
        expect([...onlyInOurs, ...onlyInTheirs]).toEqual([])
      }),
    )
  })

  test('every event is shared, or has a twin that says the same, or stands alone', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ seed, scenario, host }, place) => {
        const ours = traceOf(scenario, seed, host())
        const after = place % ours.events.length
        const theirs = traceOf(
          fork(scenario, { kind: 'add-fault', after, fault: CRASH }),
          seed,
          host(),
        )
        const { shared, twins, onlyInOurs, onlyInTheirs } = compareRuns(ours, theirs)
        expect(shared + twins.size + onlyInOurs.length).toBe(ours.events.length)
        expect(shared + twins.size + onlyInTheirs.length).toBe(theirs.events.length)
        expect(new Set(twins.values()).size).toBe(twins.size)
        for (const [our, their] of twins) {
          expect(theirs.events[their]?.kind).toBe(ours.events[our]?.kind)
        }
      }),
    )
  })
})
