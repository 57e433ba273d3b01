/** Shrinking: what is left still fails in the same way, and nothing more can be taken away. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Claim,
  type NodeHost,
  runScenario,
  type Scenario,
  type SeedOutcome,
  type ShrinkProgress,
  type ShrinkResult,
  shrink,
} from '#core'
import { removeParts } from '../../grader/core/shrink/remove-parts.ts'
import { scenarios } from './gossip.ts'
import { baseScenario } from './scenarios.ts'

function finished<T>(search: Generator<unknown, T>): T {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

/** What is left when each part that is tried is judged by `isGood`. */
function left<T>(items: readonly T[], isGood: (rest: readonly T[]) => boolean): readonly T[] {
  const search = removeParts(items)
  let step = search.next()
  while (step.done !== true) step = search.next(isGood(step.value))
  return step.value
}

describe('taking parts away', () => {
  test('leaves exactly what is needed, where needs are fixed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 60 })),
        fc.array(fc.nat({ max: 60 })),
        (items, wish) => {
          const needed = items.filter((item) => wish.includes(item))
          const isGood = (rest: readonly number[]) => needed.every((item) => rest.includes(item))
          expect(left(items, isGood)).toEqual(needed)
        },
      ),
    )
  })

  test('leaves something from which no single item can go, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), fc.nat(), (items, salt) => {
        // Good or not by an arbitrary rule, the whole being good.
        const isGood = (rest: readonly number[]) =>
          rest.length === items.length ||
          (rest.join('').length * 7 + salt + (rest[0] ?? 0)) % 3 === 0
        const rest = left(items, isGood)
        expect(isGood(rest)).toBe(true)
        for (const index of rest.keys()) expect(isGood(rest.toSpliced(index, 1))).toBe(false)
      }),
    )
  })
})

/** Breaks when so many messages of n1 arrived after some node has crashed. */
function noMoreAfterCrash(count: number): Claim {
  return {
    id: 'no-more-after-crash',
    sentence: 'After a crash little is heard of n1.',
    source: 'made up for this test',
    ask: 'none',
    monitor() {
      let hasCrashed = false
      let heard = 0
      return {
        onEvent(event) {
          if (event.kind === 'crash') hasCrashed = true
          if (event.kind === 'receive' && event.from === 'n1' && hasCrashed) heard++
          if (heard < count) return undefined
          return { event: event.id, message: 'heard too much', related: [], nodes: [] }
        },
      }
    },
  }
}

interface Case {
  readonly scenario: Scenario
  readonly seed: number
  readonly host: () => NodeHost
}

function judge({ scenario, seed, host }: Case, claim: Claim): SeedOutcome {
  return runScenario({ scenario, seed, claims: [claim], host: host(), keepTrace: false }).result
    .outcome
}

function shrunk(run: Case, claim: Claim, runsMax = 100_000): ShrinkResult | undefined {
  const { scenario, seed, host: newHost } = run
  return finished(shrink({ scenario, seed, claims: [claim], newHost, runsMax }))
}

describe('a shrunk run', () => {
  test('breaks the same claim, with the same seed, and is as small as it says', () => {
    let failures = 0
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 3 }), (run, count) => {
        const claim = noMoreAfterCrash(count)
        if (judge(run, claim).kind !== 'claim-broken') {
          expect(shrunk(run, claim)).toBeUndefined()
          return
        }
        failures++
        const small = shrunk(run, claim)
        expect(small?.isMinimal).toBe(true)
        expect(small?.result.outcome).toMatchObject({ claimId: claim.id })
        const scenario = small?.scenario ?? run.scenario
        const again = runScenario({
          scenario,
          seed: run.seed,
          claims: [claim],
          host: run.host(),
          keepTrace: true,
        })
        expect(again).toEqual({ result: small?.result, trace: small?.trace })
        expect(scenario.nemesis.length).toBeLessThanOrEqual(run.scenario.nemesis.length)
      }),
      { numRuns: 60 },
    )
    expect(failures).toBeGreaterThan(10)
  })

  test('is 1-minimal: without any one part it does not break the claim', () => {
    fc.assert(
      fc.property(scenarios, (run) => {
        const claim = noMoreAfterCrash(2)
        const small = shrunk(run, claim)
        if (small === undefined) return
        const { scenario } = small
        const { nemesis, operations, deliveries = [] } = scenario
        const smaller: Scenario[] = [
          ...nemesis.map((_, index) => ({ ...scenario, nemesis: nemesis.toSpliced(index, 1) })),
          ...operations.map((_, index) => ({
            ...scenario,
            operations: operations.toSpliced(index, 1),
          })),
          ...deliveries.map((_, index) => ({
            ...scenario,
            deliveries: deliveries.toSpliced(index, 1),
          })),
        ]
        for (const tried of smaller) {
          expect(judge({ ...run, scenario: tried }, claim).kind).not.toBe('claim-broken')
        }
      }),
      { numRuns: 40 },
    )
  })

  test('says so when the runs are used up before that', () => {
    const scenario = baseScenario(3)
    const nemesis = Array.from({ length: 40 }, (_, index) => ({
      at: index * 1_000,
      fault: { kind: 'pause' as const, target: { kind: 'node' as const, node: 'n3' } },
    }))
    const run = { scenario: { ...scenario, nemesis }, seed: 1, host: () => quiet }
    const few = shrunk(run, everythingBreaks, 3)
    expect(few).toMatchObject({ isMinimal: false, runs: 3 })
    expect(few?.result.outcome.kind).toBe('claim-broken')
    expect(shrunk(run, everythingBreaks)).toMatchObject({ isMinimal: true, faults: 0 })
  })

  test('reports after every run, and can be left at any time', () => {
    const nemesis = [{ at: 5, fault: { kind: 'heal' as const } }]
    const scenario = { ...baseScenario(2), nemesis }
    const options = { scenario, seed: 1, claims: [everythingBreaks], newHost: () => quiet }
    const seen: ShrinkProgress[] = []
    for (const progress of shrink({ ...options, runsMax: 50 })) seen.push(progress)
    const sizes = { faults: 0, operations: 0, deliveries: 0 }
    const { eventsBefore, ...first } = seen[0] ?? { eventsBefore: 0 }
    expect(first).toEqual({ runs: 2, events: eventsBefore, ...sizes })
    expect(eventsBefore).toBeGreaterThan(0)
    const search = shrink({ ...options, runsMax: 50 })
    search.next()
    expect(search.return(undefined).done).toBe(true)
  })

  test('code that throws is followed to the same line, not to any other', () => {
    const host: NodeHost = {
      call: (_node, call) => {
        if (call.kind !== 'message') return 'Os2:n11:1'
        return 'E["TypeError","no such field",7,3]'
      },
    }
    const nemesis = [{ at: 90_000, fault: { kind: 'heal' as const } }]
    const scenario = { ...baseScenario(2), nemesis }
    const small = shrunk({ scenario, seed: 1, host: () => host }, everythingHolds)
    expect(small?.result.outcome).toMatchObject({ kind: 'threw', line: 7, column: 3 })
    expect(small?.faults).toBe(0)
  })
})

const quiet: NodeHost = { call: () => 'O' }

const everythingBreaks: Claim = {
  id: 'nothing-ends',
  sentence: 'No run ever ends.',
  source: 'made up for this test',
  ask: 'none',
  monitor: () => ({
    onEvent: ({ id, kind }) =>
      kind === 'end' ? { event: id, message: 'it ended', related: [], nodes: [] } : undefined,
  }),
}

const everythingHolds: Claim = {
  ...everythingBreaks,
  id: 'anything-goes',
  monitor: () => ({ onEvent: () => undefined }),
}
