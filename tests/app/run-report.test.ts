/** From the events of a run to what the page says. */
import { describe, expect, test } from 'vitest'
import { type CheckResult, type GradedCheck, type SeedOutcome, summarizeCheck } from '#core'
import { advance, isUnderWay, newReport, type RunEvent } from '../../app/_run/run-report.ts'
import type { SubmissionView } from '../../app/_run/submission-view.ts'
import {
  rowsBeforeRun,
  rowsOfRun,
  rowsOfVerdict,
} from '../../app/labs/_workspace/checks/check-rows.ts'
import { statusOfRun, statusOfSubmission } from '../../app/labs/_workspace/checks/status-line.ts'
import { step } from './learner-code.ts'

const CHECKS = step.visible.slice(0, 3).map(summarizeCheck)
const [FIRST, SECOND] = CHECKS.map(({ id }) => id) as [string, string]

function reportAfter(...events: readonly RunEvent[]) {
  return events.reduce(advance, newReport(CHECKS, 'source'))
}

function result(checkId: string, outcome?: SeedOutcome): CheckResult {
  const counts = { checkId, seedsRun: 20, seedCount: 20 }
  if (outcome === undefined) return { ...counts, verdict: 'pass', seedsPassed: 20 }
  const failure = { seed: 7, outcome, traceHash: '', eventCount: 9 }
  const verdict = outcome.kind === 'unknown' ? 'unknown' : 'fail'
  return { ...counts, verdict, seedsPassed: 6, failure }
}

const COMPILED: RunEvent = { kind: 'compiled', warnings: [] }

describe('a browser run', () => {
  test('begins, counts seeds and ends', () => {
    const report = reportAfter(COMPILED, {
      kind: 'seed-done',
      checkId: FIRST,
      seed: 1,
      events: 900,
      elapsedMs: 30,
    })
    expect(isUnderWay(report)).toBe(true)
    expect(report).toMatchObject({ events: 900, eventsPerSecond: 30_000 })
    expect(rowsOfRun(report).map(({ status }) => status)).toEqual([
      '1 of 20 seeds',
      'waiting',
      'waiting',
    ])
    const ended = CHECKS.map(
      ({ id }): RunEvent => ({ kind: 'check-done', result: result(id), trace: '' }),
    )
    const all = reportAfter(COMPILED, ...ended, { kind: 'finished' })
    expect(isUnderWay(all)).toBe(false)
    expect(statusOfRun(all)).toEqual({
      kind: 'held',
      tone: 'pass',
      text: 'All 3 checks hold.',
    })
  })

  test('that is stopped keeps what it has, and the rest was not run', () => {
    const report = reportAfter(
      COMPILED,
      { kind: 'check-done', result: result(FIRST), trace: '' },
      { kind: 'seed-done', checkId: SECOND, seed: 1, events: 5, elapsedMs: 50 },
      { kind: 'stopped' },
    )
    expect(rowsOfRun(report).map(({ status }) => status)).toEqual([
      '20 of 20 seeds',
      'not run',
      'not run',
    ])
  })

  test('whose code does not compile says where, and runs nothing', () => {
    const problems = [{ line: 3, column: 5, message: "')' expected." }]
    const report = reportAfter({ kind: 'does-not-compile', problems })
    expect(report.phase).toEqual({ kind: 'does-not-compile', problems })
    expect(statusOfRun(report).text).toBe('Your code does not compile.')
  })

  test('whose code never returns names node, handler, event and seed', () => {
    const report = reportAfter(COMPILED, {
      kind: 'never-returned',
      checkId: FIRST,
      seed: 4,
      trace: 'text',
      last: { id: 13, at: 166_000, cause: 8, kind: 'timer', node: 'n3', name: 'election' },
    })
    const [row] = rowsOfRun(report)
    expect(row).toMatchObject({
      tone: 'fail',
      status: '3 of 20 seeds',
      gist: 'Your code never returned.',
    })
    expect(row?.explanation?.message).toMatch(/^n3, in onTimer, ran for more than three seconds/)
    expect(row?.explanation?.where).toBe('event 13, t = 0.166 s, seed 4')
    expect(statusOfRun(report).text).toBe('0 of 3 checks hold, 1 broken, 2 not run.')
  })
})

describe('a row says why', () => {
  const claim = CHECKS[0]?.claims[0]
  const CASES: readonly (readonly [string, SeedOutcome, object])[] = [
    [
      'a claim broke',
      {
        kind: 'claim-broken',
        claimId: claim?.id ?? '',
        at: 1_240_000,
        violation: { event: 132, message: 'n1 and n2 lead.', related: [4], nodes: ['n1', 'n2'] },
      },
      { claim, message: 'n1 and n2 lead.', where: 'event 132, t = 1.240 s, seed 7', event: 132 },
    ],
    [
      'the code threw',
      {
        kind: 'threw',
        node: 'n2',
        name: 'TypeError',
        message: 'no vote',
        line: 12,
        column: 3,
        at: 2_000,
        event: 5,
      },
      { label: 'your code threw', line: 12, message: 'On n2: TypeError: no vote' },
    ],
    [
      'time stood still',
      { kind: 'over-budget', budget: 'events per instant', limit: 2_000, at: 0, event: 2_001 },
      { label: 'over budget', where: 'event 2001, t = 0.000 s, seed 7' },
    ],
    [
      'two runs differed',
      { kind: 'not-deterministic', event: 118 },
      { label: 'not deterministic', event: 118, where: 'event 118, seed 7' },
    ],
    [
      'our own limit came first',
      { kind: 'unknown', why: 'the run reached 200000 events' },
      { label: 'limit reached', where: 'seed 7', event: undefined },
    ],
  ]

  test.each(CASES)('%s', (_name, outcome, expected) => {
    const done: RunEvent = { kind: 'check-done', result: result(FIRST, outcome), trace: 'text' }
    const [row] = rowsOfRun(reportAfter(COMPILED, done))
    expect(row?.explanation).toMatchObject(expected)
    expect(row?.tone).toBe(outcome.kind === 'unknown' ? 'unknown' : 'fail')
    expect(row?.run).toEqual({ kind: 'text', trace: 'text', lines: [], seed: 7 })
  })

  test('unknown never counts as holding', () => {
    const done = CHECKS.map(
      ({ id }): RunEvent => ({
        kind: 'check-done',
        result: result(id, { kind: 'unknown', why: 'too long' }),
        trace: '',
      }),
    )
    const report = reportAfter(COMPILED, ...done, { kind: 'finished' })
    const text = '0 of 3 checks hold, 3 unknown.'
    expect(statusOfRun(report)).toEqual({ kind: 'undecided', tone: 'unknown', text })
  })
})

describe('a submission', () => {
  const QUEUED: SubmissionView = {
    id: 'id',
    state: 'queued',
    createdAt: '2026-11-21T03:00:00.000Z',
    position: 3,
    isGraderUp: true,
    seedsDone: 0,
    seedsTotal: 0,
  }
  const graded = (checks: readonly GradedCheck[], runsKept: readonly string[]): SubmissionView => ({
    ...QUEUED,
    state: 'graded',
    position: 0,
    verdict: { outcome: 'failed', message: '', checks, runsKept },
  })

  test('waits in the queue, or for a grader', () => {
    expect(statusOfSubmission(QUEUED).text).toBe('In the queue: place 3.')
    expect(statusOfSubmission({ ...QUEUED, position: 1 }).text).toBe('Next in the queue.')
    expect(statusOfSubmission({ ...QUEUED, isGraderUp: false }).text).toMatch(
      /^Saved\. No grader is at work right now\.$/,
    )
  })

  test('shows hidden checks, and the runs that were kept', () => {
    const outcome: SeedOutcome = { kind: 'not-deterministic', event: 1 }
    const check = { title: 'Hidden', claims: [], visible: false }
    const view = graded(
      [
        { ...result('a', outcome), ...check },
        { ...result('b'), ...check, visible: true, title: 'Seen' },
      ],
      ['a'],
    )
    expect(rowsOfVerdict(view)).toMatchObject([
      { isVisible: false, run: { kind: 'graded', submissionId: 'id', checkId: 'a', seed: 7 } },
      { isVisible: true, run: undefined },
    ])
    expect(statusOfSubmission(view)).toEqual({
      kind: 'broken',
      tone: 'fail',
      text: '1 of 2 checks hold, 1 broken.',
    })
  })

  test('that we failed to grade says that it is our fault', () => {
    const view = graded([], [])
    const ours = { outcome: 'our-fault', message: '', checks: [], runsKept: [] } as const
    expect(statusOfSubmission({ ...view, verdict: ours }).text).toMatch(/This is our fault/)
  })
})

test('before any run the rows say how many seeds there are', () => {
  expect(rowsBeforeRun(CHECKS).map(({ tone, status }) => `${tone} ${status}`)).toEqual([
    'idle 20 seeds',
    'idle 20 seeds',
    'idle 20 seeds',
  ])
})
