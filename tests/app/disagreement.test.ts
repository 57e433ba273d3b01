/** The page says so when browser and grader differ about the same text. */
import { describe, expect, it } from 'vitest'
import type { CheckResult, CheckSummary, SeedResult } from '#core'
import { disagreements } from '../../app/_run/disagreement.ts'
import { advance, newReport } from '../../app/_run/run-report.ts'

const CHECK: CheckSummary = { id: 'a', title: 'A healthy network', claims: [], seedCount: 2 }

function failure(traceHash: string): SeedResult {
  const violation = { event: 3, message: 'm', related: [], nodes: [] }
  const outcome = { kind: 'claim-broken', claimId: 'c', at: 5, violation } as const
  return { seed: 1, traceHash, eventCount: 9, outcome }
}

function result(verdict: CheckResult['verdict'], traceHash?: string): CheckResult {
  const counts = { checkId: 'a', verdict, seedsPassed: 0, seedsRun: 1, seedCount: 2 }
  return traceHash === undefined ? counts : { ...counts, failure: failure(traceHash) }
}

function compare(ours: CheckResult, theirs: CheckResult, visible = true) {
  const report = advance(newReport([CHECK], ''), { kind: 'check-done', result: ours, trace: '' })
  const checks = [{ ...theirs, visible, title: CHECK.title, claims: [] }]
  return disagreements(report, { outcome: 'failed', message: '', checks, runsKept: [] })
}

describe('a browser run and a verdict', () => {
  it('agree when both pass, or fail by the same trace', () => {
    expect(compare(result('pass'), result('pass'))).toEqual([])
    expect(compare(result('fail', 'abc'), result('fail', 'abc'))).toEqual([])
  })

  it('differ when one passes, or the traces are not the same', () => {
    expect(compare(result('pass'), result('fail', 'abc'))).toEqual([CHECK.title])
    expect(compare(result('fail', 'abc'), result('fail', 'abd'))).toEqual([CHECK.title])
  })

  it('say nothing of checks that one of them did not run', () => {
    expect(compare(result('pass'), { ...result('unknown'), seedsRun: 0 })).toEqual([])
    expect(compare(result('pass'), result('fail', 'abc'), false)).toEqual([])
    const waiting = newReport([CHECK], '')
    expect(
      disagreements(waiting, { outcome: 'passed', message: '', checks: [], runsKept: [] }),
    ).toEqual([])
  })
})
