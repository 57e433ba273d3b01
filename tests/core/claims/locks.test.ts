/** Claims about locks, leases and fencing tokens, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { fencing, tokensGrow } from '../../../grader/core/check/locks/fencing.ts'
import { leasesDoNotOverlap } from '../../../grader/core/check/locks/leases.ts'
import { oneClientHolds, oneHolder } from '../../../grader/core/check/locks/mutual-exclusion.ts'
import { judge } from '../../support/traces/judge.ts'

describe('one-holder', () => {
  const claim = oneHolder()

  test('holds while the lock goes from node to node, and after a crash', () => {
    expect(
      judge(
        claim,
        `n1 shows holding=true
         n1 shows holding=false
         n2 shows holding=true
         n2 crashes
         n3 shows holding=true`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a second node holds it', () => {
    expect(judge(claim, 'n1 shows holding=true\n n1 pauses\n n2 shows holding=true')).toEqual({
      at: 'n2 shows holding=true',
      message: 'n1 and n2 both hold the lock.',
      related: ['n1 shows holding=true'],
      nodes: ['n1', 'n2'],
    })
  })

  test('tells locks by their names', () => {
    const other = 'n1 shows holding=["a","b"]\n n2 shows holding="c"'
    expect(judge(claim, other)).toBeUndefined()
    expect(judge(claim, `${other}\n n2 shows holding=["c","b"]`)?.message).toBe(
      'n1 and n2 both hold lock b.',
    )
  })

  test('reads the field that the lab names', () => {
    const script = 'n1 shows inside=true\n n2 shows inside=true'
    expect(judge(oneHolder({ field: 'inside' }), script)?.at).toBe('n2 shows inside=true')
  })
})

describe('one-client-holds', () => {
  const claim = oneClientHolds()
  const first = `c1 asks n1 kind=acquire
    c1 gets 1 ok`

  test('holds when the first client asked to release before the second got it', () => {
    expect(
      judge(
        claim,
        `${first}
         c1 asks n1 kind=release
         c2 asks n1 kind=acquire
         c2 gets 3 ok
         c1 gets 2 ok`,
      ),
    ).toBeUndefined()
  })

  test('holds when the second client was refused, or does not know', () => {
    expect(
      judge(
        claim,
        `${first}
         c2 asks n1 kind=acquire
         c2 gets 2 ok false
         c2 asks n1 kind=acquire
         c2 gets 3 fail
         c2 asks n1 kind=acquire
         c2 gets 4 info`,
      ),
    ).toBeUndefined()
  })

  test('breaks when both were given it', () => {
    expect(judge(claim, `${first}\n c2 asks n2 kind=acquire\n c2 gets 2 ok`)).toEqual({
      at: 'c2 gets 2 ok',
      message: 'c2 was given the lock while c1 held it.',
      related: ['c1 gets 1 ok'],
      nodes: ['c1', 'c2'],
    })
  })

  test('tells locks by their names', () => {
    const named = 'c1 asks n1 kind=acquire lock=a\n c1 gets 1 ok'
    expect(judge(claim, `${named}\n c2 asks n1 kind=acquire lock=b\n c2 gets 2 ok`)).toBeUndefined()
    expect(judge(claim, `${named}\n c2 asks n1 kind=acquire lock=a\n c2 gets 2 ok`)?.message).toBe(
      'c2 was given lock a while c1 held it.',
    )
  })
})

describe('leases-do-not-overlap', () => {
  const claim = leasesDoNotOverlap()

  test('holds when the second lease is taken as the first ends', () => {
    expect(
      judge(claim, '@10 n1 shows leaseUntil=100\n @100 n2 shows leaseUntil=200'),
    ).toBeUndefined()
  })

  test('holds when the lease was given up or its holder crashed', () => {
    expect(
      judge(
        claim,
        '@10 n1 shows leaseUntil=100\n n1 shows leaseUntil=null\n n2 shows leaseUntil=90\n n2 crashes\n n3 shows leaseUntil=80',
      ),
    ).toBeUndefined()
  })

  test('breaks when the second is taken too early', () => {
    expect(judge(claim, '@10 n1 shows leaseUntil=100\n @99 n2 shows leaseUntil=200')).toEqual({
      at: 'n2 shows leaseUntil=200',
      message:
        'n2 holds a lease until 200 ms and its clock shows 99 ms, and n1 holds a lease until 100 ms and its clock shows 99 ms.',
      related: ['n1 shows leaseUntil=100'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when the clock of the first holder is slow', () => {
    expect(
      judge(
        claim,
        '@0 n1 skews drift=-500000\n @10 n1 shows leaseUntil=100\n @120 n2 shows leaseUntil=300',
      )?.message,
    ).toBe(
      'n2 holds a lease until 300 ms and its clock shows 120 ms, and n1 holds a lease until 100 ms and its clock shows 60 ms.',
    )
  })

  test('breaks when a clock is set back so that a lease runs again', () => {
    expect(
      judge(
        claim,
        '@10 n1 shows leaseUntil=100\n @110 n2 shows leaseUntil=200\n @150 n1 skews offset=-100',
      ),
    ).toMatchObject({
      at: 'n1 skews offset=-100',
      related: ['n1 shows leaseUntil=100', 'n2 shows leaseUntil=200'],
    })
  })
})

describe('tokens-grow', () => {
  const claim = tokensGrow()
  const first = 'c1 asks n1 kind=acquire\n c1 gets 1 ok token=33'

  test('holds when each is larger', () => {
    expect(judge(claim, `${first}\n c2 asks n1 kind=acquire\n c2 gets 2 ok 34`)).toBeUndefined()
  })

  test('holds for grants that overlap', () => {
    expect(
      judge(
        claim,
        `c2 asks n1 kind=acquire
         c1 asks n1 kind=acquire
         c1 gets 2 ok token=34
         c2 gets 1 ok token=33`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a later grant has a smaller token', () => {
    expect(judge(claim, `${first}\n c2 asks n1 kind=acquire\n c2 gets 2 ok token=1`)).toEqual({
      at: 'c2 gets 2 ok token=1',
      message: 'c2 was given the lock with token 1, after c1 had it with token 33.',
      related: ['c1 gets 1 ok token=33'],
      nodes: ['c1', 'c2'],
    })
  })

  test('breaks when two grants share a token, even if they overlap', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 kind=acquire
         c2 asks n1 kind=acquire
         c1 gets 1 ok token=7
         c2 gets 2 ok token=7`,
      )?.message,
    ).toBe('c2 was given the lock with token 7, after c1 had it with token 7.')
  })
})

describe('fencing', () => {
  const claim = fencing()

  test('holds when the resource refuses an old token, also after a crash', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 token=33
         c2 asks n1 token=34
         n1 takes 2
         n1 applies token=34
         n1 crashes
         n1 restarts
         n1 takes 1
         n1 replies 1 fail`,
      ),
    ).toBeUndefined()
  })

  test('breaks when it applies an old token', () => {
    expect(
      judge(claim, 'n1 applies token=34\n n1 crashes\n n1 restarts\n n1 applies token=33'),
    ).toEqual({
      at: 'n1 applies token=33',
      message: 'n1 accepted token 33 after it had accepted token 34.',
      related: ['n1 applies token=34'],
      nodes: ['n1'],
    })
  })

  test('breaks when it answers ok to an old token that came after a newer one', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 token=33
         c2 asks n1 token=34
         n1 takes 2
         n1 replies 2 ok
         n1 takes 1
         n1 replies 1 ok`,
      )?.at,
    ).toBe('n1 replies 1 ok')
  })

  test('holds when only the answers overtook each other', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 token=33
         c2 asks n1 token=34
         n1 takes 1
         n1 takes 2
         n1 replies 2 ok
         n1 replies 1 ok`,
      ),
    ).toBeUndefined()
  })

  test('judges each resource and each node by itself', () => {
    expect(
      judge(
        claim,
        'n1 applies token=34 resource=a\n n1 applies token=33 resource=b\n n2 applies token=1 resource=a',
      ),
    ).toBeUndefined()
  })
})
