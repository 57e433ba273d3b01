/** The causal models on histories written by hand: the paper's, and one for each bad pattern. */
import { describe, expect, test } from 'vitest'
import { CHECKS, failureOf } from './causal-checks.ts'
import { figures, historyOf } from './written-history.ts'

describe('figure 3 of Bouajjani et al.', () => {
  test('is there', () => {
    expect(figures().map(({ file }) => file)).toHaveLength(5)
  })

  test.each(figures())('$file', ({ history, expected }) => {
    expect(CHECKS.cc(history).verdict).toBe(expected.cc ? 'pass' : 'fail')
    expect(CHECKS.ccv(history).verdict).toBe(expected.ccv ? 'pass' : 'fail')
    expect(CHECKS.cm(history).verdict).toBe(expected.cm ? 'pass' : 'fail')
  })
})

describe('a planted pattern', () => {
  test('CyclicCO: causes and effects go round in a circle', () => {
    const history = historyOf(`
      c1 r y=2
      c1 w x=1
      c2 r x=1
      c2 w y=2
    `)
    const anomaly = failureOf(CHECKS.cc(history))
    expect(anomaly.kind).toBe('cyclic-causality')
    expect(anomaly.message).toBe(
      'Causes and effects go round in a circle: c1 read y = 2 and then wrote x = 1; ' +
        'c2 read x = 1 and then wrote y = 2.',
    )
    expect(anomaly.relations).toEqual([
      { from: 0, to: 1, kind: 'process-order' },
      { from: 1, to: 2, kind: 'reads-from' },
      { from: 2, to: 3, kind: 'process-order' },
      { from: 3, to: 0, kind: 'reads-from' },
    ])
    expect(failureOf(CHECKS.ccv(history)).kind).toBe('cyclic-causality')
    expect(failureOf(CHECKS.cm(history)).kind).toBe('cyclic-causality')
    expect(CHECKS.pram(history).verdict).toBe('pass')
  })

  test('ThinAirRead: nobody wrote it', () => {
    const history = historyOf(`
      c1 w x=1
      c2 r x=7
    `)
    for (const check of Object.values(CHECKS)) {
      const anomaly = failureOf(check(history))
      expect(anomaly.kind).toBe('thin-air-read')
      expect(anomaly.message).toBe('c2 read x = 7, which nobody had written.')
      expect(anomaly.operations).toEqual([1])
    }
  })

  test('ThinAirRead: the write had failed', () => {
    const anomaly = failureOf(
      CHECKS.pram(
        historyOf(`
          c1 w! x=1
          c2 r x=1
        `),
      ),
    )
    expect(anomaly.message).toBe(
      'c2 read x = 1, but c1 was told that its write of that value had failed.',
    )
    expect(anomaly.operations).toEqual([0, 1])
  })

  test('WriteCOInitRead: the initial value after a write in its causes', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w y=2
      c2 r y=2
      c2 r x=0
    `)
    const anomaly = failureOf(CHECKS.cc(history))
    expect(anomaly.kind).toBe('stale-initial-read')
    expect(anomaly.message).toBe(
      'c2 read x = 0, the initial value, after it had read y = 2 ' +
        '(c1 wrote x = 1 and then wrote y = 2).',
    )
    expect(anomaly.operations).toEqual([0, 1, 2, 3])
    expect(CHECKS.pram(history).verdict).toBe('fail')
  })

  test('WriteCORead: an overwritten value', () => {
    const history = historyOf(`
      c1 w x=1
      c2 r x=1
      c2 w x=2
      c3 r x=2
      c3 r x=1
    `)
    const anomaly = failureOf(CHECKS.cc(history))
    expect(anomaly.kind).toBe('stale-read')
    expect(anomaly.message).toBe(
      'c3 read x = 1 after it had read x = 2; c2 wrote x = 2 after it had read x = 1.',
    )
    expect(anomaly.relations).toContainEqual({ from: 0, to: 4, kind: 'reads-from' })
    // PRAM does not care what c2 had read.
    expect(CHECKS.pram(history).verdict).toBe('pass')
  })

  test('WriteCORead: over the own write', () => {
    const anomaly = failureOf(
      CHECKS.cc(
        historyOf(`
          c1 w x=1
          c1 w x=2
          c1 r x=1
        `),
      ),
    )
    expect(anomaly.message).toBe(
      'c1 read x = 1 after it had written x = 2; c1 wrote x = 2 after x = 1.',
    )
  })

  test('CyclicCF: two readers disagree about the order of two writes', () => {
    const history = historyOf(`
      c1 w x=1
      c2 w x=2
      c3 r x=1
      c3 r x=2
      c4 r x=2
      c4 r x=1
    `)
    const anomaly = failureOf(CHECKS.ccv(history))
    expect(anomaly.kind).toBe('cyclic-conflict')
    expect(anomaly.message).toBe(
      'No single order of the writes suits all readers: c3 knew of x = 1 and read x = 2, so ' +
        'that came later; c4 knew of x = 2 and read x = 1, so that came later.',
    )
    expect(anomaly.relations).toEqual([
      { from: 0, to: 1, kind: 'overwrites' },
      { from: 1, to: 3, kind: 'reads-from' },
      { from: 1, to: 0, kind: 'overwrites' },
      { from: 0, to: 5, kind: 'reads-from' },
    ])
    expect(CHECKS.cm(history).verdict).toBe('pass')
  })

  test('WriteHBInitRead: a write that must have been seen before its key was read', () => {
    const history = figures()[1]?.history ?? historyOf('')
    const anomaly = failureOf(CHECKS.cm(history))
    expect(anomaly.kind).toBe('stale-initial-view')
    expect(anomaly.message).toBe(
      'c1 read z = 0, the initial value, although z = 1 had to reach it first: ' +
        'c0 wrote z = 1 and then wrote x = 1; c1 knew of x = 1 and read x = 2, so that came ' +
        'later; c1 wrote x = 2 and then read z = 0.',
    )
  })

  test('CyclicHB: one reader goes back and forth', () => {
    const history = historyOf(`
      c1 w x=1
      c2 w x=2
      c3 r x=1
      c3 r x=2
      c3 r x=1
    `)
    const anomaly = failureOf(CHECKS.cm(history))
    expect(anomaly.kind).toBe('cyclic-view')
    expect(anomaly.message).toContain('No order of the writes explains all that c3 read')
    expect(new Set(anomaly.operations)).toEqual(new Set([0, 1, 3, 4]))
    expect(CHECKS.pram(history).verdict).toBe('fail')
    // Each read by itself is explained: the two writes do not depend on each other.
    expect(CHECKS.cc(history).verdict).toBe('pass')
  })

  test('WriteHBInitRead: a belief makes an earlier one reach further', () => {
    const history = historyOf(`
      c1 w y=1
      c1 w x=1
      c1 w a=1
      c2 w x=2
      c2 w u=1
      c3 w k=1
      c3 w y=2
      c3 w c=1
      c4 r u=1
      c4 r k=0
      c4 r a=1
      c4 r x=2
      c4 r c=1
      c4 r y=1
    `)
    // x = 2 overwrote x = 1; later it turns out that k = 1 came before x = 1, and so before u = 1.
    for (const check of [CHECKS.cm, CHECKS.pram]) {
      const anomaly = failureOf(check(history))
      expect(anomaly.kind).toBe('stale-initial-view')
      expect(anomaly.message).toBe(
        'c4 read k = 0, the initial value, although k = 1 had to reach it first: ' +
          'c3 wrote k = 1 and then wrote y = 2; c4 knew of y = 2 and read y = 1, so that came ' +
          'later; c1 wrote y = 1 and then wrote x = 1; c4 knew of x = 1 and read x = 2, so that ' +
          'came later; c2 wrote x = 2 and then wrote u = 1; c4 read u = 1 and then read k = 0.',
      )
    }
    expect(CHECKS.ccv(history).verdict).toBe('pass')
  })
})
