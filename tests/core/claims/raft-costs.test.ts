/** Claims about what reads and messages may cost, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { bytesInBounds, leasedReadsAreLocal } from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('leased-reads-are-local', () => {
  const claim = leasedReadsAreLocal(200_000)
  const led = `n1 shows role=leader currentTerm=1
    n2 shows role=follower currentTerm=1
    liveness`
  const read = `c1 asks n1 op=get key=x
    n1 takes 1`

  test('holds for a leader that answers in the same call', () => {
    expect(judge(claim, `${led}\n @300 ${read}\n n1 replies 1 ok null\n end`)).toBeUndefined()
  })

  test('asks nothing of a leader that has not led for long, nor during the faults', () => {
    const slow = `${read}\n n1 ticks x\n n1 replies 1 ok null\n end`
    expect(judge(claim, `${led}\n @100 ${slow}`)).toBeUndefined()
    expect(judge(claim, `n1 shows role=leader currentTerm=1\n @900 ${slow}`)).toBeUndefined()
  })

  test('asks nothing of writes, nor of those who do not lead', () => {
    const write = `c1 asks n1 op=put key=x value=a\n n1 takes 1\n n1 ticks x\n end`
    expect(judge(claim, `${led}\n @300 ${write}`)).toBeUndefined()
    const other = `c1 asks n2 op=get key=x\n n2 takes 1\n n2 ticks x\n end`
    expect(judge(claim, `${led}\n @300 ${other}`)).toBeUndefined()
  })

  test('breaks when the leader asks others first', () => {
    expect(
      judge(claim, `${led}\n @300 ${read}\n n1 sends n2 AppendEntries term=1\n n2 receives 1`),
    ).toMatchObject({
      at: 'n1 takes 1',
      message: 'n1, the leader of term 1, does not answer the read at once.',
    })
  })
})

describe('bytes-in-bounds', () => {
  const claim = bytesInBounds({ graceMicros: 100_000, perSecondMax: 50, perRequestMax: 20 })
  const beat = 'n1 sends n2 AppendEntries term=1'

  test('counts from the grace after the faults on, and grants a second in advance', () => {
    expect(judge(claim, `${beat}\n ${beat}\n liveness\n ${beat}\n @500 ${beat}\n end`)).toBe(
      undefined,
    )
  })

  test('grants so much for each second and each request', () => {
    const later = `${beat}\n @2000 ${beat}\n @2500 end`
    expect(judge(claim, `liveness\n @150 ${later}`)).toBeUndefined()
    const asked = `c1 asks n1 op=get key=x\n n1 takes 1`
    expect(judge(claim, `liveness\n @150 ${beat}\n ${beat}\n end`)).toBeDefined()
    expect(judge(claim, `liveness\n @150 ${asked}\n ${beat}\n ${beat}\n end`)).toBeUndefined()
  })

  test('names the longest message', () => {
    const long = 'n1 sends n2 AppendEntries term=1 entries=1:a,1:b'
    expect(judge(claim, `liveness\n @150 ${beat}\n ${long}\n ${beat}\n end`)).toMatchObject({
      related: [long],
      nodes: ['n1'],
    })
  })
})
