/** What the list of attempts remembers of a browser run. */
import { describe, expect, it } from 'vitest'
import { advance, newReport, type RunEvent } from '#app/_run/run-report.ts'
import { BROKEN_LENGTH_MAX } from '#app/labs/_workspace/attempts/attempt-view.ts'
import { summarizeRun } from '#app/labs/_workspace/attempts/run-summary.ts'
import type { CheckResult, CheckSummary, SeedOutcome } from '#core'

const CHECKS: readonly CheckSummary[] = ['first', 'second'].map((id) => ({
  id,
  title: id,
  seedCount: 4,
  claims: [{ id: 'one-leader', sentence: 'There is one leader.', source: '', ask: '' }],
}))

const BROKEN: SeedOutcome = {
  kind: 'claim-broken',
  claimId: 'one-leader',
  at: 0,
  violation: { event: 7, message: 'n1 and n2 lead.', related: [], nodes: [] },
}

function done(checkId: string, outcome?: SeedOutcome): RunEvent {
  const verdict = outcome === undefined ? 'pass' : outcome.kind === 'unknown' ? 'unknown' : 'fail'
  const result: CheckResult = {
    checkId,
    verdict,
    seedsPassed: verdict === 'pass' ? 4 : 0,
    seedsRun: verdict === 'pass' ? 4 : 1,
    seedCount: 4,
    ...(outcome === undefined
      ? {}
      : { failure: { seed: 1, outcome, traceHash: '', eventCount: 9 } }),
  }
  return { kind: 'check-done', result, trace: '' }
}

function runOf(...events: readonly RunEvent[]) {
  return summarizeRun(events.reduce(advance, newReport(CHECKS, 'source')))
}

const COMPILED: RunEvent = { kind: 'compiled', warnings: [] }
const FINISHED: RunEvent = { kind: 'finished' }

describe('a run that ended by itself', () => {
  it('passed', () => {
    expect(runOf(COMPILED, done('first'), done('second'), FINISHED)).toEqual({
      source: 'source',
      outcome: 'passed',
      checksPassed: 2,
      checksTotal: 2,
      broken: '',
    })
  })

  it('broke a claim: the first of them, as its sentence', () => {
    expect(runOf(COMPILED, done('first'), done('second', BROKEN), FINISHED)).toMatchObject({
      outcome: 'failed',
      checksPassed: 1,
      broken: 'There is one leader.',
    })
  })

  it('threw: with the message, cut where it is too long', () => {
    const threw = (message: string): SeedOutcome => ({
      kind: 'threw',
      node: 'n2',
      name: 'Error',
      message,
      line: 3,
      column: 1,
      at: 0,
      event: 5,
    })
    const short = runOf(COMPILED, done('first', threw('no')), done('second'), FINISHED)
    expect(short).toMatchObject({ outcome: 'failed', broken: 'On n2: Error: no' })
    const long = runOf(COMPILED, done('first', threw('x'.repeat(9_000))), done('second'), FINISHED)
    expect(long?.broken.length).toBeLessThanOrEqual(BROKEN_LENGTH_MAX)
  })

  it('reached a limit: that is no pass', () => {
    const limit: SeedOutcome = { kind: 'unknown', why: 'too many events' }
    expect(runOf(COMPILED, done('first'), done('second', limit), FINISHED)).toMatchObject({
      outcome: 'unknown',
      checksPassed: 1,
      broken: 'Nothing can be said: too many events.',
    })
  })

  it('never came back', () => {
    const never: RunEvent = { kind: 'never-returned', checkId: 'first', seed: 1, trace: '' }
    expect(runOf(COMPILED, never)).toMatchObject({
      outcome: 'failed',
      checksPassed: 0,
      broken: 'A handler ran for seconds without coming back.',
    })
  })

  it('did not compile', () => {
    const problems = [{ line: 4, column: 2, message: "';' expected." }]
    expect(runOf({ kind: 'does-not-compile', problems })).toMatchObject({
      outcome: 'does-not-compile',
      checksTotal: 2,
      broken: "Line 4: ';' expected.",
    })
  })
})

it('a run that was stopped, or that we broke, says nothing about the code', () => {
  expect(runOf(COMPILED, done('first'), { kind: 'stopped' })).toBeUndefined()
  expect(runOf(COMPILED, { kind: 'broke-down', why: 'x' })).toBeUndefined()
  expect(runOf(COMPILED)).toBeUndefined()
})
