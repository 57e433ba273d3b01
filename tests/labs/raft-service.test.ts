/**
 * The checks of the Raft service steps are about something: clients get answers in the midst
 * of the faults and after them, and followers do need snapshots where a check says so.
 */
import { describe, expect, test } from 'vitest'
import { type Check, runSeed, type TraceEvent } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Lab } from '#kit/lab.ts'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'

const STEPS = ['10-apply', '11-key-value', '12-sessions', '13-snapshots', '14-compaction']
/** Checks in which some node must fall so far behind that entries cannot help it. */
const NEED_SNAPSHOTS = [
  'follower-left-behind',
  'late-snapshots',
  'follower-far-behind',
  'snapshots-lost',
]
/** Checks that begin with the healthy phase. */
const HEALTHY_FROM_THE_START = ['healthy-service']

const corpus = (await readCorpus()).filter(({ step }) => STEPS.includes(step.id))

function eventsOf(code: string, lab: Lab, check: Check): readonly TraceEvent[] {
  const host = new FunctionHost(code, lab.modules)
  const { result, trace } = runSeed({ check, seed: 1, host, keepTrace: true })
  expect(result.outcome).toEqual({ kind: 'pass' })
  return trace?.events ?? []
}

function answers(events: readonly TraceEvent[]): number {
  return events.filter((event) => event.kind === 'complete' && event.outcome === 'ok').length
}

test('all five steps are there', () => {
  expect(corpus.map(({ step }) => step.id)).toEqual(STEPS)
})

describe.each(corpus)('$lab.id/$step.id', ({ lab, checks, solution }) => {
  const code = compileSolution(solution)

  test.each(checks)('$id', (check) => {
    const events = eventsOf(code, lab, check)
    const healed = events.findIndex(({ kind }) => kind === 'phase')
    const atLeast = HEALTHY_FROM_THE_START.includes(check.id) ? 0 : 8
    expect(answers(events.slice(0, healed))).toBeGreaterThanOrEqual(atLeast)
    expect(answers(events.slice(healed))).toBeGreaterThanOrEqual(4)
    const offers = events.filter(
      (event) => event.kind === 'send' && event.body.includes('"InstallSnapshot"'),
    )
    if (NEED_SNAPSHOTS.includes(check.id)) expect(offers).not.toHaveLength(0)
  })
})
