/** The causal models on histories with timed-out writes, repeated values, and other obstacles. */
import { describe, expect, test } from 'vitest'
import { checkCausalMemory, checkPram } from '../../../grader/core/check/causal/check-causal.ts'
import { CHECKS, failureOf, LIMITS, OPTIONS } from './causal-checks.ts'
import { simulateStore } from './simulated-store.ts'
import { historyOf } from './written-history.ts'

describe('what has no known end', () => {
  test('a timed-out write that nobody read is as good as none', () => {
    const history = historyOf(`
      c1 w? x=1
      c1 r x=0
    `)
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('pass')
  })

  test('a timed-out write may take effect after what its session did next', () => {
    const history = historyOf(`
      c1 w? x=1
      c1 w x=2
      c1 r x=2
      c1 r x=1
      c2 r x=2
      c2 r x=1
    `)
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('pass')
  })

  test('a timed-out write comes after what its session did before', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w? x=2
      c2 r x=2
      c2 r x=1
    `)
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('fail')
  })

  test('many timed-out writes at once need more chains than there are sessions', () => {
    const late = Array.from({ length: 40 }, (_, index) => `c1 w? k${index}=${index + 1}`)
    const reads = Array.from({ length: 40 }, (_, index) => `c2 r k${index}=${index + 1}`)
    const history = historyOf([...late, ...reads, 'c2 w done=1', 'c3 r done=1'].join('\n'))
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('pass')
    const forgetful = historyOf(
      [...late, ...reads, 'c2 w done=1', 'c3 r done=1', 'c3 r k39=0'].join('\n'),
    )
    expect(CHECKS.cc(forgetful).verdict).toBe('fail')
    expect(CHECKS.pram(forgetful).verdict).toBe('pass')
  })

  test('timed-out writes of one session come in no order', () => {
    const history = historyOf(`
      c1 w? x=1
      c1 w? y=2
      c1 w? z=3
      c2 r z=3
      c2 r x=0
      c2 r y=0
      c3 r x=1
      c3 r y=0
      c3 r z=0
    `)
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('pass')
  })

  test('a read without an answer says nothing, and a failed write did not happen', () => {
    const history = historyOf(`
      c1 w x=1
      c2 r? x=9
      c1 w! x=2
      c1 r x=1
    `)
    for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('pass')
  })
})

describe('what cannot be judged', () => {
  test('a value that was written twice and read', () => {
    const verdict = CHECKS.cc(
      historyOf(`
        c1 w x=1
        c2 w x=1
        c3 r x=1
      `),
    )
    expect(verdict).toEqual({
      verdict: 'unknown',
      why:
        'Operation 2 read x = 1, which is both what operations 0 and 1 wrote: nobody can tell ' +
        'which one it saw. Write a different value each time.',
    })
  })

  test('a written value that is the initial one', () => {
    const verdict = CHECKS.ccv(
      historyOf(`
        c1 w x=0
        c2 r x=0
      `),
    )
    expect(verdict).toMatchObject({ verdict: 'unknown' })
  })

  test('a value that was written twice does no harm when nobody read it', () => {
    const history = historyOf(`
      c1 w x=1
      c2 w x=1
      c1 w x=2
      c3 r x=2
    `)
    expect(CHECKS.cc(history).verdict).toBe('pass')
  })

  test('but what is wrong without the ambiguous reads is wrong', () => {
    const history = historyOf(`
      c1 w x=1
      c2 w x=1
      c3 r x=1
      c1 w y=1
      c1 r y=0
    `)
    expect(failureOf(CHECKS.cc(history)).kind).toBe('stale-initial-read')
  })

  test('operations other than reads and writes', () => {
    const [write] = historyOf('c1 w x=1').operations
    if (write === undefined) throw new Error('no operation')
    const verdict = CHECKS.cm({ operations: [{ ...write, f: 'cas', input: [0, 1] }] })
    expect(verdict).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('Operation 0 is a "cas"'),
    })
  })

  test('a history that is none', () => {
    const { operations } = historyOf(`
      c1 w x=1
      c1 r x=1
    `)
    const verdict = CHECKS.cc({ operations: operations.toReversed() })
    expect(verdict).toMatchObject({ verdict: 'unknown' })
  })

  test('a search that is stopped, by its bound or by its caller', () => {
    const history = simulateStore({
      kind: 'causal-broadcast',
      sessions: 4,
      keys: 1,
      operations: 2_000,
      seed: 1,
    })
    const bounded = checkCausalMemory(history, OPTIONS, { stepsMax: 10 })
    expect(bounded).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('allow more steps'),
    })
    const told: number[] = []
    const stopped = checkPram(history, OPTIONS, {
      stepsMax: 10_000_000,
      onProgress(steps) {
        told.push(steps)
        return told.length < 3 ? 'continue' : 'stop'
      },
    })
    expect(stopped.verdict).toBe('unknown')
    expect(told).toHaveLength(3)
    expect(told.toSorted((a, b) => a - b)).toEqual(told)
  })
})

test('values may be of any kind of JSON, whatever the order of their fields', () => {
  const history = historyOf(`
    c1 w x={"a":1,"b":[1,2]}
    c1 w x="1"
    c2 r x={"b":[1,2],"a":1}
    c2 r x="1"
    c2 r y=null
  `)
  expect(checkCausalMemory(history, { initial: null }, LIMITS)).toEqual({ verdict: 'pass' })
})

test('an empty history keeps everything', () => {
  for (const check of Object.values(CHECKS)) {
    expect(check({ operations: [] })).toEqual({ verdict: 'pass' })
  }
})

test('the same history gives the same anomaly', () => {
  for (let seed = 0; seed < 20; seed++) {
    const options = { kind: 'gossip-roaming', sessions: 4, keys: 3, operations: 60, seed } as const
    for (const check of Object.values(CHECKS)) {
      expect(check(simulateStore(options))).toEqual(check(simulateStore(options)))
    }
  }
})
