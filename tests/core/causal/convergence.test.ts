/** Convergence in the end, and of replicas, on histories and records written by hand. */
import { describe, expect, test } from 'vitest'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import { checkEventualConvergence } from '../../../grader/core/check/sessions/eventual-convergence.ts'
import { checkStrongConvergence } from '../../../grader/core/check/sessions/strong-convergence.ts'
import { historyOf } from './written-history.ts'

function messageOf(verdict: HistoryVerdict): string {
  return verdict.verdict === 'fail' ? verdict.anomaly.message : verdict.verdict
}

describe('eventual convergence', () => {
  const OPTIONS = { initial: 0, quietMicros: 100_000 }

  test('all agree in the end, whatever they read on the way', () => {
    const history = historyOf(`
      c1 w x=1 @0-10
      c2 w x=2 @0-11
      c1 r x=2 @20-21
      c2 r x=1 @20-22
      c1 r x=1 @120-121
      c2 r x=1 @130-131
    `)
    expect(checkEventualConvergence(history, OPTIONS)).toEqual({ verdict: 'pass' })
  })

  test('two clients disagree after the quiet time', () => {
    const history = historyOf(`
      c1 w x=1 @0-10
      c2 w x=2 @0-11
      c1 r x=1 @120-121
      c2 r x=2 @130-131
    `)
    const verdict = checkEventualConvergence(history, OPTIONS)
    expect(messageOf(verdict)).toBe('Long after the last write, c1 read x = 1 and c2 read x = 2.')
  })

  test('an acknowledged write is lost, or a value appears from nowhere', () => {
    const lost = historyOf(`
      c1 w x=1 @0-10
      c1 r x=0 @120-121
      c2 r x=0 @130-131
    `)
    expect(messageOf(checkEventualConvergence(lost, OPTIONS))).toBe(
      'c1 read x = 0, the initial value, although c1 had been told that its write of 1 took effect.',
    )
    const thinAir = historyOf(`
      c1 w? x=1 @0-10
      c1 r x=5 @120-121
      c2 r x=5 @130-131
    `)
    expect(messageOf(checkEventualConvergence(thinAir, OPTIONS))).toContain('nobody had written')
    const never = historyOf(`
      c1 w? x=1 @0-10
      c1 r x=0 @120-121
      c2 r x=0 @130-131
    `)
    expect(checkEventualConvergence(never, OPTIONS).verdict).toBe('pass')
  })

  test('too early, too few or without times, nothing is shown', () => {
    const early = historyOf(`
      c1 w x=1 @0-10
      c1 r x=1 @20-21
      c2 r x=0 @30-31
    `)
    expect(checkEventualConvergence(early, OPTIONS).verdict).toBe('unknown')
    const alone = historyOf(`
      c1 w x=1 @0-10
      c1 r x=1 @120-121
      c1 r x=1 @130-131
    `)
    expect(checkEventualConvergence(alone, OPTIONS).verdict).toBe('unknown')
    const timeless = historyOf('c1 w x=1')
    expect(checkEventualConvergence(timeless, OPTIONS)).toMatchObject({
      why: 'Operation 0 has no time: record the times of calls and returns.',
    })
  })
})

describe('strong convergence', () => {
  test('equal updates, equal state, in whatever order', () => {
    const verdict = checkStrongConvergence([
      { replica: 'n1', delivered: ['a', 'b'], state: '{1,2}' },
      { replica: 'n2', delivered: ['b', 'a', 'a'], state: '{1,2}' },
      { replica: 'n3', delivered: ['a'], state: '{1}' },
    ])
    expect(verdict).toEqual({ verdict: 'pass' })
  })

  test('the same updates and another state', () => {
    const verdict = checkStrongConvergence([
      { replica: 'n1', delivered: ['a', 'b'], state: '{1,2}' },
      { replica: 'n2', delivered: ['b', 'a'], state: '{2}' },
    ])
    expect(messageOf(verdict)).toBe(
      'n1 and n2 have delivered the same 2 updates (a, b), but n1 holds {1,2} and n2 holds {2}.',
    )
  })

  test('nothing to compare is no pass', () => {
    const verdict = checkStrongConvergence([
      { replica: 'n1', delivered: ['a'], state: '{1}' },
      { replica: 'n2', delivered: [], state: '{}' },
    ])
    expect(verdict.verdict).toBe('unknown')
  })
})
