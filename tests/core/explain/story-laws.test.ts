/** What every story keeps, whatever broke wherever in whichever run. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  printStory,
  runSeed,
  type Story,
  type StoryOptions,
  type ToldOutcome,
  type Trace,
  tellStory,
} from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { compileSolution, readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { traceOf } from '../../support/traces/trace-script.ts'
import { claimIds } from './claims-by-id.ts'

const RUNS = 300 * Number(process.env.NETSPLIT_FUZZ ?? 1)

const step = (await readCorpus()).find((one) => one.step.id === '03-election')
if (step === undefined) throw new Error('there is an election step')

/** Runs with every kind of fault, cut short so that telling one is quick. */
const simulated: readonly Trace[] = [1, 2, 3].flatMap((seed) => {
  const code = compileSolution(step.solution)
  return step.checks.slice(-3).map((check) => {
    const host = new FunctionHost(code, step.lab.modules)
    const { trace } = runSeed({ check, seed, host, keepTrace: true })
    if (trace === undefined) throw new Error('the trace was asked for')
    return { ...trace, events: trace.events.slice(0, 900) }
  })
})

/** What the simulated runs do not have: clients, logs, and values of any form. */
const scripted = traceOf(`clients c1 c2
  c1 asks n1 kind=read
  n1 takes 1
  n1 shows role=leader currentTerm=1 log=1:a,1:b commitIndex=1 holder=c1
  n1 writes log [1,2]
  n1 applies index=1 command=a
  n1 applies "${'long '.repeat(80)}"
  n1 sends n2 AppendEntries term=1 entries=1:a
  repeat 1
  n2 receives 1
  n2 shows log=7 role={"a":[null]} currentTerm="x"
  n2 sends n1 {"type":{"deep":1},"term":[],"success":true}
  n1 receives 3
  n1 replies 1 ok 7
  c1 gets 1 ok 7
  c2 asks n3 kind=lock
  cut 1: n1 c1 | n2 n3
  lose 1
  n3 crashes
  n3 restarts
  n3 applies 5
  n1 pauses
  n2 skews offset=200 drift=50000
  heal 1
  liveness
  n3 sends n1 "a\\u202eb\\u0007"
  n1 receives 4
  end`)

const traces: readonly Trace[] = [
  ...simulated,
  { header: scripted.header, events: scripted.events },
]

interface Case {
  readonly options: StoryOptions
  readonly decisive: number
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    trace: fc.constantFrom(...traces),
    claimId: fc.constantFrom('a-claim-nobody-knows', ...claimIds),
    kind: fc.constantFrom(
      'claim-broken',
      'claim-broken',
      'threw',
      'over-budget',
      'not-deterministic',
    ),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    related: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      maxLength: 4,
    }),
    nodes: fc.subarray(['n1', 'n2', 'n3'], { minLength: 1 }),
  })
  .map(({ trace, claimId, kind, at, related, nodes }) => {
    const event = Math.floor(at * trace.events.length)
    const earlier = [...new Set(related.map((share) => Math.floor(share * (event + 1))))]
    const violation = { event, message: 'It broke.', related: earlier.sort((a, b) => a - b), nodes }
    const outcome = outcomeOf(kind, claimId, violation)
    const claim = { id: claimId, sentence: 'It holds.', ask: 'Does it hold?' }
    return { options: { trace, outcome, claim }, decisive: event }
  })

function outcomeOf(
  kind: string,
  claimId: string,
  violation: { event: number; message: string; related: number[]; nodes: string[] },
): ToldOutcome {
  const { event } = violation
  switch (kind) {
    case 'threw':
      return { kind, node: 'n1', name: 'Error', message: 'no', line: 3, column: 5, event }
    case 'over-budget':
      return { kind, budget: 'timers', limit: 1_000, at: 0, event }
    case 'not-deterministic':
      return { kind, event }
    default:
      return { kind: 'claim-broken', claimId, violation }
  }
}

const law = (check: (story: Story, one: Case) => void) =>
  fc.assert(
    fc.property(cases, (one) => check(tellStory(one.options), one)),
    { numRuns: RUNS },
  )

describe('a story', () => {
  test('has one to five steps, in order of time, and the last is where it broke', () => {
    law(({ steps }, { decisive, options: { trace } }) => {
      expect(steps.length).toBeGreaterThanOrEqual(1)
      expect(steps.length).toBeLessThanOrEqual(5)
      const ids = steps.map(({ event }) => event)
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
      const isEnd = trace.events[decisive]?.kind === 'end'
      expect([decisive, ...(isEnd ? [decisive - 1] : [])]).toContain(ids.at(-1))
    })
  })

  test('dates each step by its event in the trace', () => {
    law(({ steps }, { options: { trace } }) => {
      for (const { event, atMicros } of steps) expect(trace.events[event]?.at).toBe(atMicros)
    })
  })

  test('names everything that the violation names', () => {
    law(({ steps }, { options: { outcome } }) => {
      if (outcome.kind !== 'claim-broken') return
      const ids = steps.map(({ event }) => event)
      for (const id of outcome.violation.related) expect(ids).toContain(id)
    })
  })

  test('is short plain text in every step', () => {
    law((story) => {
      for (const { text } of story.steps) {
        expect(text.length).toBeGreaterThan(0)
        expect(text.length).toBeLessThanOrEqual(160)
        expect(text).not.toMatch(/undefined|\[object|NaN|[\p{Cc}\u202a-\u202e]|\s{2}|^\s|[\s.]$/u)
      }
    })
  })

  test('is the same when it is told again', () => {
    law((story, { options }) => {
      const copy = JSON.parse(JSON.stringify(options)) as StoryOptions
      expect(printStory(tellStory(copy))).toBe(printStory(story))
    })
  })
})
