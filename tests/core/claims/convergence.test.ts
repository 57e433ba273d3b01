/** Claims about convergence and exactly-once, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { convergesWithin } from '../../../grader/core/check/convergence/converges-within.ts'
import {
  acknowledgedIsApplied,
  appliesAtMostOnce,
  refusedIsNeverApplied,
} from '../../../grader/core/check/convergence/exactly-once.ts'
import { strongConvergence } from '../../../grader/core/check/convergence/strong-convergence.ts'
import { judge } from '../../support/traces/judge.ts'

describe('strong-convergence', () => {
  const claim = strongConvergence()
  const start = 'n1 shows value=0\n n2 shows value=0\n n3 shows value=0'

  test('holds when updates commute, and while nodes know different ones', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 ticks a
         n1 shows value=1
         n1 applies id=a
         n2 ticks b
         n2 shows value=2
         n2 applies id=b
         n1 ticks c
         n1 shows value=3
         n1 applies id=b
         n2 ticks d
         n2 shows value=3
         n2 applies id=a
         end`,
      ),
    ).toBeUndefined()
  })

  test('waits for the end of the handler: fields come first', () => {
    expect(
      judge(
        claim,
        'n1 ticks a\n n1 shows value=1\n n1 sends n2 Update\n lose 1\n n1 applies id=a\n end',
      ),
    ).toBeUndefined()
  })

  test('breaks at the effect that completed the set', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 ticks a
         n1 shows value=[1,2]
         n1 applies id=a
         n1 applies id=b
         n2 ticks b
         n2 shows value=[2,1]
         n2 applies id=b
         n2 applies id=a
         n3 ticks c`,
      ),
    ).toEqual({
      at: 'n2 applies id=a',
      message:
        'n1 and n2 have the same updates (2 of them), but n1 shows [1,2] and n2 shows [2,1].',
      related: [],
      nodes: ['n1', 'n2'],
    })
  })

  test('forgets with the node, or remembers for a durable application', () => {
    const restarted = `n1 ticks a
      n1 shows value=1
      n1 applies id=a
      n2 ticks a
      n2 shows value=1
      n2 applies id=a
      n1 crashes
      n1 restarts
      n1 shows value=0
      n2 ticks b
      end`
    expect(judge(claim, restarted)).toBeUndefined()
    const durable = strongConvergence({ seen: { kind: 'applied', memory: 'durable' } })
    expect(judge(durable, restarted)?.message).toContain('n2 shows 1 and n1 shows 0')
  })

  test('reads a version vector where the lab shows one', () => {
    const byField = strongConvergence({ state: 'items', seen: { kind: 'field', field: 'vector' } })
    const script = 'n1 ticks a\n n1 shows vector={"a":1,"b":2} items=["x"]\n n2 ticks a'
    expect(
      judge(byField, `${script}\n n2 shows vector={"b":1,"a":1} items=["y"]\n end`),
    ).toBeUndefined()
    expect(
      judge(byField, `${script}\n n2 shows vector={"b":2,"a":1} items=["y"]\n end`)?.message,
    ).toBe(
      'n1 and n2 have the same updates ({"a":1,"b":2}), but n1 shows ["x"] and n2 shows ["y"].',
    )
  })
})

describe('converges-within', () => {
  const claim = convergesWithin({ withinMicros: 100_000 })
  const apart = 'n1 shows value=1\n n2 shows value=2\n n3 shows value=2'

  test('holds when all agree in time', () => {
    expect(
      judge(claim, `${apart}\n @50 liveness\n @140 n1 shows value=2\n @400 end`),
    ).toBeUndefined()
  })

  test('breaks at the first event after the deadline', () => {
    expect(judge(claim, `${apart}\n @50 liveness\n @160 n2 ticks x`)).toEqual({
      at: 'n2 ticks x',
      message:
        '0.11 s after the last update in a healed network, n1 shows 1, n2 shows 2, n3 shows 2.',
      related: ['liveness'],
      nodes: ['n1', 'n2', 'n3'],
    })
  })

  test('says of long lists what is missing', () => {
    const all = '["a","b","c","d","e","f"]'
    const shown = `n1 shows value=${all}\n n2 shows value=["a","b","c"]\n n3 shows value=${all}`
    expect(judge(claim, `${shown}\n @50 liveness\n @160 n2 ticks x`)?.message).toBe(
      '0.11 s after the last update in a healed network, n2 lacks "d" and 2 more.',
    )
  })

  test('waits for updates to stop, and judges again after late ones', () => {
    const late = `${apart}\n @50 liveness\n c1 asks n1 id=a\n @120 n1 takes 1`
    expect(judge(claim, `${late}\n @219 end`)).toBeUndefined()
    expect(judge(claim, `${late}\n @221 end`)?.at).toBe('end')
    const agreed = `${apart}\n n1 shows value=2\n @50 liveness\n c1 asks n1 id=a\n @300 n1 takes 1\n n1 shows value=3`
    expect(judge(claim, `${agreed}\n @500 n2 ticks x`)?.related).toEqual(['n1 takes 1'])
  })
})

describe('converges-within, from a given moment on', () => {
  const claim = convergesWithin({ withinMicros: 100_000, fromMicros: 200_000 })
  const apart = 'n1 shows value=1\n n2 shows value=2\n n3 shows value=2'

  test('does not wait for the network to be healed', () => {
    expect(judge(claim, `${apart}\n @200 n1 ticks x\n @301 n2 ticks x`)).toMatchObject({
      at: 'n2 ticks x',
      related: ['n1 ticks x'],
    })
    expect(judge(claim, `${apart}\n @200 n1 ticks x\n @250 n1 shows value=2\n @301 end`)).toBe(
      undefined,
    )
  })

  test('does not ask for agreement earlier, healed or not', () => {
    expect(judge(claim, `${apart}\n @10 liveness\n @199 end`)).toBeUndefined()
  })
})

describe('applies-at-most-once', () => {
  test('holds for one time in each life of each node', () => {
    expect(
      judge(
        appliesAtMostOnce(),
        'n1 applies id=a\n n2 applies id=a\n n1 crashes\n n1 restarts\n n1 applies id=a',
      ),
    ).toBeUndefined()
  })

  test('breaks at the second time, inside a log entry too', () => {
    expect(
      judge(
        appliesAtMostOnce(),
        'n1 applies {"index":1,"command":{"id":"a"}}\n n1 applies {"index":2,"command":{"id":"a"}}',
      ),
    ).toEqual({
      at: 'n1 applies {"index":2,"command":{"id":"a"}}',
      message: 'n1 applied a a second time.',
      related: ['n1 applies {"index":1,"command":{"id":"a"}}'],
      nodes: ['n1'],
    })
  })

  test('counts across crashes for a durable application', () => {
    expect(
      judge(
        appliesAtMostOnce({ memory: 'durable' }),
        'n1 applies id=a\n n1 crashes\n n1 restarts\n n1 applies id=a',
      )?.message,
    ).toBe('n1 applied a a second time.')
  })
})

describe('acknowledged-is-applied', () => {
  const claim = acknowledgedIsApplied()

  test('holds when it was applied first, for reads, and for what nobody knows', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 id=a
         n2 applies id=a
         c1 gets 1 ok
         c1 asks n1 kind=read
         c1 gets 2 ok 7
         c1 asks n1 id=b
         c1 gets 3 info`,
      ),
    ).toBeUndefined()
  })

  test('breaks when an answer comes without effect', () => {
    expect(judge(claim, 'c1 asks n1 id=a\n c1 gets 1 ok')).toEqual({
      at: 'c1 gets 1 ok',
      message: 'c1 was told that a is done, but no node had applied it.',
      related: ['c1 asks n1 id=a'],
      nodes: ['c1'],
    })
  })
})

describe('refused-is-never-applied', () => {
  const claim = refusedIsNeverApplied()

  test('holds for a client that asks again and is served', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 id=a
         c1 gets 1 fail
         c1 asks n2 id=a
         n2 applies id=a
         c1 gets 2 ok`,
      ),
    ).toBeUndefined()
  })

  test('breaks when it is applied after the refusal', () => {
    expect(judge(claim, 'c1 asks n1 id=a\n c1 gets 1 fail\n n3 applies id=a')).toEqual({
      at: 'n3 applies id=a',
      message: 'n3 applied a, which had been refused.',
      related: ['c1 gets 1 fail'],
      nodes: ['n3'],
    })
  })

  test('breaks when it is refused after it was applied', () => {
    expect(judge(claim, 'c1 asks n1 id=a\n n3 applies id=a\n c1 gets 1 fail')).toEqual({
      at: 'c1 gets 1 fail',
      message: 'a was refused, but n3 had applied it.',
      related: ['n3 applies id=a'],
      nodes: ['n3'],
    })
  })
})
