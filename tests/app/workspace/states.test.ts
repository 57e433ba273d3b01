/** Each state of a run or a submission says where it stands, what that means, and what to do. */
import { describe, expect, test } from 'vitest'
import { advance, newReport, type RunReport } from '#app/_run/run-report.ts'
import type { SubmissionState, SubmissionView } from '#app/_run/submission-view.ts'
import { rowsOfRun, rowsOfVerdict } from '#app/labs/_workspace/checks/check-rows.ts'
import { noteOf } from '#app/labs/_workspace/checks/state-notes.ts'
import {
  NEVER_RUN,
  SENDING,
  type StateKind,
  type StatusLine,
  statusOfRefusal,
  statusOfRun,
  statusOfSubmission,
} from '#app/labs/_workspace/checks/status-line.ts'
import { type NextFacts, whatNext } from '#app/labs/_workspace/checks/what-next.ts'
import type { CheckSummary, GradedCheck, GradeOutcome, SeedOutcome } from '#core'

const CHECK: CheckSummary = { id: 'a', title: 'A healthy network', claims: [], seedCount: 20 }
const COMPILED = { kind: 'compiled', warnings: [] } as const

function reportAfter(...events: Parameters<typeof advance>[1][]): RunReport {
  return events.reduce(advance, newReport([CHECK], 'source'))
}

function ended(outcome?: SeedOutcome): RunReport {
  const failure = outcome && { seed: 7, outcome, traceHash: '', eventCount: 9 }
  const verdict = outcome === undefined ? 'pass' : outcome.kind === 'unknown' ? 'unknown' : 'fail'
  const seeds = { seedsPassed: outcome === undefined ? 20 : 6, seedsRun: 7, seedCount: 20 }
  const result = { checkId: 'a', verdict, ...seeds, ...(failure && { failure }) } as const
  return reportAfter(COMPILED, { kind: 'check-done', result, trace: 'text' }, { kind: 'finished' })
}

const BROKEN: SeedOutcome = {
  kind: 'claim-broken',
  claimId: 'c',
  at: 5,
  violation: { event: 3, message: 'n1 and n2 lead.', related: [], nodes: [] },
}

function submission(state: SubmissionState, change: Partial<SubmissionView> = {}): SubmissionView {
  return {
    id: 'one',
    state,
    createdAt: '2026-01-01T00:00:00.000Z',
    position: state === 'queued' ? 2 : 0,
    isGraderUp: true,
    seedsDone: 3,
    seedsTotal: 240,
    ...change,
  }
}

function graded(
  outcome: GradeOutcome,
  message = '',
  checks: readonly GradedCheck[] = [],
): SubmissionView {
  return submission('graded', { verdict: { outcome, message, checks, runsKept: [] } })
}

const REPORTS: readonly RunReport[] = [
  reportAfter(),
  reportAfter(COMPILED, {
    kind: 'seed-done',
    checkId: 'a',
    seed: 1,
    events: 1_234,
    elapsedMs: 500,
  }),
  reportAfter({ kind: 'does-not-compile', problems: [] }),
  reportAfter(COMPILED, { kind: 'stopped' }),
  reportAfter({ kind: 'broke-down', why: 'the runner did not start in time' }),
  ended(),
  ended(BROKEN),
  ended({ kind: 'unknown', why: 'the run reached 200000 events' }),
]

const VIEWS: readonly SubmissionView[] = [
  submission('queued'),
  submission('queued', { isGraderUp: false }),
  submission('running'),
  submission('superseded'),
  submission('setAside'),
  graded('passed'),
  graded('time-limit', 'A handler did not return within 2 seconds, in “A” with seed 1.'),
  graded('memory-limit', 'The code used more memory than it may, in “A” with seed 1.'),
  graded('our-fault', 'Something of ours failed, so this submission could not be judged.'),
]

interface Told {
  readonly status: StatusLine
  readonly report?: RunReport
  readonly submission?: SubmissionView
}

const ALL: readonly Told[] = [
  { status: NEVER_RUN },
  { status: SENDING },
  { status: statusOfRefusal('The queue is full.') },
  ...REPORTS.map((report) => ({ status: statusOfRun(report), report })),
  ...VIEWS.map((view) => ({ status: statusOfSubmission(view), submission: view })),
]

const FACTS: NextFacts = { rows: [], isStale: false, nextStep: undefined }

function noteFor(kind: StateKind): string {
  const told = ALL.find(({ status }) => status.kind === kind)
  return noteOf(kind, told ?? {})
}

describe('every state', () => {
  const KINDS: Readonly<Record<StateKind, true>> = {
    'never-run': true,
    compiling: true,
    'does-not-compile': true,
    running: true,
    stopped: true,
    'broke-down': true,
    held: true,
    broken: true,
    undecided: true,
    'not-sent': true,
    sending: true,
    queued: true,
    'no-grader': true,
    grading: true,
    superseded: true,
    'set-aside': true,
    passed: true,
    'time-limit': true,
    'memory-limit': true,
    'our-fault': true,
  }

  test('can be reached', () => {
    expect(new Set(ALL.map(({ status }) => status.kind))).toEqual(new Set(Object.keys(KINDS)))
  })

  test.each(ALL.map((told) => [told.status.kind, told] as const))(
    '%s has a short line and says what to do next',
    (kind, { status }) => {
      expect(status.text).toMatch(/^[A-Z0-9].*[.…]$/)
      expect(status.text.length).toBeLessThan(90)
      const next = whatNext(kind, FACTS)
      expect(next.text).toMatch(/^[A-Z].*\.$/)
      expect(status.text).not.toMatch(/\b(simply|just)\b/)
    },
  )

  test('that is ours and not theirs says so, and costs nothing', () => {
    expect(noteFor('set-aside')).toMatch(/^We failed .* We know about it and nothing is lost/)
    expect(noteFor('our-fault')).toMatch(/^Something of ours failed.* it cost you nothing\.$/)
    expect(noteFor('broke-down')).toContain('the runner did not start in time')
    for (const kind of ['set-aside', 'our-fault', 'not-sent'] as const) {
      const { text, action } = whatNext(kind, FACTS)
      expect(text).toMatch(/for free/)
      expect(action?.kind).toBe('submit')
    }
    expect(noteFor('superseded')).toMatch(/cost you nothing/)
  })

  test('that waits says that nobody need wait with it', () => {
    expect(noteFor('queued')).toMatch(/need not wait/)
    expect(noteFor('no-grader')).toMatch(/saved.*need not wait/)
    expect(noteFor('grading')).toBe('3 of 240 seeds, hidden checks included.')
    expect(noteOf('grading', { submission: submission('running', { seedsTotal: 0 }) })).toBe(
      'A grader has taken it.',
    )
  })

  test('that a limit ended passes on which limit, and where', () => {
    expect(noteFor('time-limit')).toMatch(/did not return within 2 seconds, in “A” with seed 1/)
    expect(noteFor('memory-limit')).toMatch(/more memory than it may/)
    expect(noteFor('undecided')).toMatch(/no failure.*no pass/)
  })

  test('of a run under way counts seeds and events', () => {
    expect(noteFor('running')).toMatch(/^1 of 20 seeds · 1,234 events, 2,468 events a second$/)
  })
})

describe('what to do next', () => {
  test('after a failure is to look at the first broken check', () => {
    const rows = rowsOfRun(ended(BROKEN))
    const { text, action } = whatNext('broken', { ...FACTS, rows })
    expect(text).toMatch(/“A healthy network” first/)
    expect(action).toMatchObject({ kind: 'row', row: { id: 'a' } })
  })

  test('after an edit is to run again, whatever the old results were', () => {
    for (const kind of ['held', 'broken', 'undecided', 'time-limit', 'does-not-compile'] as const) {
      expect(whatNext(kind, { ...FACTS, isStale: true }).action?.kind).toBe('run')
    }
    expect(whatNext('queued', { ...FACTS, isStale: true }).action).toBeUndefined()
    expect(whatNext('passed', { ...FACTS, isStale: true }).action?.kind).toBe('step')
  })

  test('after a pass is the next step, or the end of the lab', () => {
    const nextStep = { title: 'Log replication', href: '/labs/raft/04', isFresh: false }
    expect(whatNext('passed', { ...FACTS, nextStep }).action).toEqual({
      kind: 'step',
      label: 'Next step: Log replication',
      href: '/labs/raft/04',
    })
    expect(whatNext('passed', { ...FACTS, nextStep }).text).toContain('goes on with your code')
    const fresh = { ...nextStep, isFresh: true }
    expect(whatNext('passed', { ...FACTS, nextStep: fresh }).text).toContain('something new')
    expect(whatNext('passed', FACTS).action).toMatchObject({ href: '/labs' })
  })
})

describe('a grading that a limit ended', () => {
  const counts = { seedsPassed: 2, seedsRun: 2, seedCount: 5, claims: [] }
  const half = { ...counts, checkId: 'b', title: 'B', visible: false, verdict: 'unknown' } as const
  const whole = {
    ...counts,
    checkId: 'a',
    title: 'A',
    visible: true,
    verdict: 'pass',
    seedsPassed: 5,
    seedsRun: 5,
  } as const
  const later = { ...half, checkId: 'c', seedsRun: 0, seedsPassed: 0 } as const

  test('shows it in the check that it left half done', () => {
    const message = 'A handler did not return within 2 seconds, in a hidden check with seed 9.'
    const rows = rowsOfVerdict(graded('time-limit', message, [whole, half, later]))
    expect(rows.map(({ tone, status }) => `${tone} ${status}`)).toEqual([
      'pass 5 of 5 seeds',
      'fail 2 of 5 seeds',
      'idle not run',
    ])
    expect(rows[1]?.explanation).toMatchObject({ label: 'time limit', message })
  })

  test('shows it in the check that it names, even when no seed of it ended', () => {
    const first = { ...whole, seedsRun: 0, seedsPassed: 0, verdict: 'unknown' } as const
    const message = 'The code used more memory than it may, in “A” with seed 1.'
    const [row] = rowsOfVerdict(graded('memory-limit', message, [first]))
    expect(row).toMatchObject({ tone: 'fail', explanation: { label: 'memory limit' } })
  })
})
