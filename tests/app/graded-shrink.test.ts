/** The rows of a verdict while smaller runs of what failed are being looked for, and after. */
import { describe, expect, test } from 'vitest'
import type { GradedCheck, SeedResult } from '#core'
import { isFinal, type SubmissionView, type VerdictView } from '../../app/_run/submission-view.ts'
import { rowsOfVerdict } from '../../app/labs/_workspace/checks/check-rows.ts'

const CLAIM = { id: 'one', sentence: 'One thing holds.', source: 'here', ask: 'Does it?' }

function failureAt(event: number): SeedResult {
  const violation = { event, message: `It broke at ${event}.`, related: [], nodes: ['n1'] }
  const outcome = { kind: 'claim-broken', claimId: 'one', at: event * 1_000, violation } as const
  return { seed: 7, outcome, traceHash: `hash ${event}`, eventCount: event + 1 }
}

const CHECK: GradedCheck = {
  checkId: 'a',
  title: 'A check',
  visible: false,
  claims: [CLAIM],
  verdict: 'fail',
  seedsPassed: 3,
  seedsRun: 4,
  seedCount: 20,
  failure: failureAt(900),
}

const SMALL = {
  checkId: 'a',
  failure: failureAt(12),
  script: 'at 100 isolate n1\n',
  before: { events: 901, faults: 5, operations: 0 },
  after: { events: 13, faults: 1, operations: 0 },
  isMinimal: true,
}

function viewOf(more: Partial<VerdictView>): SubmissionView {
  return {
    id: 'id',
    state: 'graded',
    createdAt: '2026-01-01T00:00:00Z',
    position: 0,
    isGraderUp: true,
    seedsDone: 20,
    seedsTotal: 20,
    verdict: { outcome: 'failed', message: '', checks: [CHECK], runsKept: ['a'], ...more },
  }
}

describe('a check that failed in a submission', () => {
  test('shows its whole run while nothing smaller is known', () => {
    expect(rowsOfVerdict(viewOf({}))).toMatchObject([
      { run: { kind: 'graded', size: 'whole' }, shrinking: undefined, explanation: { event: 900 } },
    ])
    expect(rowsOfVerdict(viewOf({ isShrinking: true }))).toMatchObject([
      { run: { size: 'whole' }, shrinking: { kind: 'searching', runs: undefined } },
    ])
  })

  test('shows the smallest run once it is found, and the whole one on demand', () => {
    const view = viewOf({ shrunk: [SMALL], isShrinking: true })
    expect(rowsOfVerdict(view)).toMatchObject([
      {
        run: { kind: 'graded', submissionId: 'id', checkId: 'a', size: 'smallest', seed: 7 },
        shrinking: { kind: 'done', shows: 'smallest', run: { after: { events: 13 } } },
        explanation: { event: 12, message: 'It broke at 12.' },
      },
    ])
    expect(rowsOfVerdict(view, new Set(['a']))).toMatchObject([
      {
        run: { size: 'whole' },
        shrinking: { kind: 'done', shows: 'whole' },
        explanation: { event: 900 },
      },
    ])
  })

  test('says so when its run was too large to keep', () => {
    const view = viewOf({ runsKept: [], runsTooLarge: ['a'], isShrinking: true })
    const [row] = rowsOfVerdict(view)
    expect(row).toMatchObject({ run: undefined, shrinking: undefined })
    expect(row?.runNote).toContain('too large')
    expect(rowsOfVerdict(viewOf({}))[0]?.runNote).toBe('')
  })
})

describe('a reader of a submission', () => {
  test('has seen the last of it when nothing more is looked for', () => {
    expect(isFinal(viewOf({}))).toBe(true)
    expect(isFinal(viewOf({ isShrinking: true }))).toBe(false)
    expect(isFinal({ ...viewOf({}), state: 'running' })).toBe(false)
  })
})
