/** How results of seeds become the result of a check. */
import { describe, expect, test } from 'vitest'
import { type Check, CheckTally, runCheck, runSeed, type SeedOutcome, summarizeCheck } from '#core'
import { baseScenario } from './scenarios.ts'
import { ScriptedHost } from './scripted-host.ts'

function seedResult(seed: number, outcome: SeedOutcome) {
  return { seed, outcome, traceHash: '', eventCount: 0 }
}

const PASS: SeedOutcome = { kind: 'pass' }
const UNKNOWN: SeedOutcome = { kind: 'unknown', why: 'the run reached 10 events' }

describe('a tally', () => {
  test('passes when every seed passed', () => {
    const tally = new CheckTally({ id: 'a', seedCount: 2 })
    tally.add(seedResult(1, PASS))
    tally.add(seedResult(2, PASS))
    expect(tally.result()).toMatchObject({ verdict: 'pass', seedsPassed: 2 })
  })

  test('is unknown while seeds are missing', () => {
    const tally = new CheckTally({ id: 'a', seedCount: 2 })
    tally.add(seedResult(1, PASS))
    expect(tally.result().verdict).toBe('unknown')
  })

  test('never takes unknown for a pass', () => {
    const tally = new CheckTally({ id: 'a', seedCount: 1 })
    expect(tally.add(seedResult(1, UNKNOWN))).toBe('stop')
    expect(tally.result()).toMatchObject({ verdict: 'unknown', seedsPassed: 0 })
  })
})

/** A check that breaks at the first event of the seeds named. */
function brokenAt(...seeds: readonly number[]): Check {
  return {
    id: 'broken-at',
    title: 'breaks for some seeds',
    seedCount: 5,
    scenario: () => baseScenario(1),
    claims: [
      {
        id: 'is-lucky',
        sentence: 'The seed is a lucky one.',
        source: 'this test',
        ask: 'Which seed is it?',
        monitor: ({ seed }) => ({
          onEvent: (event) =>
            seeds.includes(seed)
              ? { event: event.id, message: 'unlucky', related: [], nodes: ['n1'] }
              : undefined,
        }),
      },
    ],
  }
}

describe('a check', () => {
  const hostFor = () => new ScriptedHost(() => [])

  test('stops at its first failing seed and says which claim broke where', () => {
    const run = runCheck({ check: brokenAt(3), seeds: [1, 2, 3, 4, 5], hostFor })
    const seen: number[] = []
    let next = run.next()
    while (next.done !== true) {
      seen.push(next.value.seed)
      next = run.next()
    }
    expect(seen).toEqual([1, 2, 3])
    expect(next.value).toMatchObject({
      verdict: 'fail',
      seedsPassed: 2,
      seedsRun: 3,
      failure: { seed: 3, outcome: { kind: 'claim-broken', claimId: 'is-lucky', at: 0 } },
    })
  })

  test('ends the trace of a failing seed right after the event that broke the claim', () => {
    const { trace } = runSeed({ check: brokenAt(1), seed: 1, host: hostFor(), keepTrace: true })
    expect(trace?.events.map(({ kind }) => kind)).toEqual(['boot', 'end'])
  })

  test('is told to people without its code', () => {
    expect(JSON.parse(JSON.stringify(summarizeCheck(brokenAt())))).toEqual({
      id: 'broken-at',
      title: 'breaks for some seeds',
      seedCount: 5,
      claims: [
        {
          id: 'is-lucky',
          sentence: 'The seed is a lucky one.',
          source: 'this test',
          ask: 'Which seed is it?',
        },
      ],
    })
  })
})
