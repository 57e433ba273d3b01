/** The words of the check list: what a check is about, and what the compiler says. */
import { describe, expect, test } from 'vitest'
import { advance, newReport } from '#app/_run/run-report.ts'
import type { SubmissionView } from '#app/_run/submission-view.ts'
import { rowsOfRun } from '#app/labs/_workspace/checks/check-rows.ts'
import { type DiagnosticSources, diagnosticsOf } from '#app/labs/_workspace/checks/diagnostics.ts'
import { explain, explainNeverReturned } from '#app/labs/_workspace/checks/explanation.ts'
import { failureText } from '#app/labs/_workspace/checks/failure-text.ts'
import { gistOf } from '#app/labs/_workspace/checks/gist.ts'

const claim = (id: string) => ({ id, sentence: `Claim ${id}.`, source: '', ask: 'Why?' })
const withClaims = (...ids: readonly string[]) => ({ claims: ids.map(claim) })

describe('the gist of a check', () => {
  const all = [withClaims('s', 't', 'a'), withClaims('s', 't', 'b', 'c', 'd'), withClaims('s', 't')]
  const gist = (index: number) => gistOf(all[index] ?? withClaims(), all)

  test('is what other checks do not claim, and a count of the rest', () => {
    expect(gist(0)).toBe('Claim a. · and 2 more')
    expect(gist(1)).toBe('Claim b. · Claim c. · and 3 more')
  })

  test('is what it claims at all, where nothing is its own', () => {
    expect(gist(2)).toBe('Claim s. · Claim t.')
    expect(gistOf(withClaims('a'), [withClaims('a')])).toBe('Claim a.')
  })
})

describe('what the compiler says', () => {
  const NOTHING: DiagnosticSources = {
    report: undefined,
    submission: undefined,
    isStale: false,
    live: [],
  }
  const problem = { line: 3, column: 5, message: "')' expected." }
  const report = (...events: Parameters<typeof advance>[1][]) =>
    events.reduce(advance, newReport([], 'source'))
  const live = [
    { ...problem, severity: 'error' },
    { ...problem, severity: 'warning' },
  ] as const

  test('is nothing while there is nothing', () => {
    expect(diagnosticsOf(NOTHING)).toBeUndefined()
    const clean = report({ kind: 'compiled', warnings: [] })
    expect(diagnosticsOf({ ...NOTHING, report: clean })).toBeUndefined()
  })

  test('of types does not stop a run, and says so', () => {
    const warned = report({ kind: 'compiled', warnings: [problem, problem, problem] })
    expect(diagnosticsOf({ ...NOTHING, report: warned })).toMatchObject({
      tone: 'warning',
      title: '3 type errors: the code still runs',
    })
  })

  test('of syntax stops it', () => {
    const broken = report({ kind: 'does-not-compile', problems: [problem] })
    expect(diagnosticsOf({ ...NOTHING, report: broken })).toEqual({
      tone: 'fail',
      title: '1 place where it does not compile',
      problems: [problem],
    })
  })

  test('of the present text takes the place of what was said of an older one', () => {
    const broken = report({ kind: 'does-not-compile', problems: [problem] })
    expect(diagnosticsOf({ ...NOTHING, report: broken, isStale: true })).toBeUndefined()
    expect(diagnosticsOf({ ...NOTHING, report: broken, isStale: true, live })).toMatchObject({
      tone: 'warning',
      title: '1 type error: in the code as it is now',
    })
  })

  test('of the grader’s compiler has the place that its sentence names', () => {
    const view = (message: string): SubmissionView => ({
      id: 'one',
      state: 'graded',
      createdAt: '',
      position: 0,
      isGraderUp: true,
      seedsDone: 0,
      seedsTotal: 0,
      verdict: { outcome: 'does-not-compile', message, checks: [], runsKept: [] },
    })
    const problems = (message: string) =>
      diagnosticsOf({ ...NOTHING, submission: view(message) })?.problems
    expect(problems("Line 3, column 5: ')' expected.")).toEqual([problem])
    expect(problems('The file is empty.')).toEqual([
      { line: 1, column: 1, message: 'The file is empty.' },
    ])
  })
})

describe('an explanation', () => {
  const failure = (outcome: Parameters<typeof explain>[0]['failure']) =>
    explain(outcome === undefined ? {} : { failure: outcome }, [])

  test('of code that is not deterministic names what usually does it, and what does not', () => {
    const outcome = { kind: 'not-deterministic', event: 118 } as const
    const told = failure({ seed: 42, outcome, traceHash: '', eventCount: 0 })
    expect(told?.message).toBe('Two runs with seed 42 differed first at event 118.')
    expect(told?.cause).toMatch(/Math\.random and Date are seeded.*outlives a run/)
  })

  test('of a limit of ours says why it is no failure', () => {
    const outcome = { kind: 'unknown', why: 'the run reached 200000 events' } as const
    const told = failure({ seed: 1, outcome, traceHash: '', eventCount: 0 })
    expect(told?.message).toMatch(/reached 200000 events.*neither as passed nor as failed/)
    expect(told?.cause).toMatch(/^No claim broke up to there, so it is no failure/)
  })

  test('of a handler that never returned names it, or admits that it does not know', () => {
    const last = { id: 13, at: 166_000, cause: 8, kind: 'timer', node: 'n3', name: 'e' } as const
    expect(explainNeverReturned(4, last)).toMatchObject({
      message: expect.stringMatching(/^n3, in onTimer, ran for more than three seconds/),
      where: 'event 13, t = 0.166 s, seed 4',
    })
    expect(explainNeverReturned(4, undefined)).toMatchObject({
      message: expect.stringMatching(/^A node ran for/),
      where: 'seed 4',
    })
  })
})

test('a failed check can be taken along as text', () => {
  const check = { id: 'a', title: 'A healthy network', seedCount: 20, ...withClaims('c') }
  const violation = { event: 3, message: 'n1 and n2 lead.', related: [], nodes: [] }
  const outcome = { kind: 'claim-broken', claimId: 'c', at: 5_000_000, violation } as const
  const result = {
    checkId: 'a',
    verdict: 'fail',
    seedsPassed: 6,
    seedsRun: 7,
    seedCount: 20,
    failure: { seed: 7, outcome, traceHash: '', eventCount: 9 },
  } as const
  const report = advance(newReport([check], ''), { kind: 'check-done', result, trace: '' })
  const [row] = rowsOfRun(report)
  expect(row?.gist).toBe('Claim c.')
  expect(row && failureText(row, undefined)).toBe(
    'Check: A healthy network (6 of 20 seeds)\nAt event 3, t = 5.000 s, seed 7\n\n' +
      'Claim c.\nn1 and n2 lead.\nAsk yourself: Why?\n',
  )
  const story = { claim: 'C', what: 'W', ask: 'Q?', steps: [] }
  expect(row && failureText(row, story)).toContain('seed 7\n\nC\nW\nAsk yourself: Q?\n')
})
