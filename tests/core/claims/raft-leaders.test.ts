/** Claims about who leads, and within which time, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  leaderHasMajority,
  leaderOfMembersStays,
  leaderStays,
  leaderWithin,
  noLeaderInMinority,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('no-leader-in-minority', () => {
  const claim = noLeaderInMinority

  test('holds for votes of its term that were given before the cut fell', () => {
    expect(
      judge(
        claim,
        `n1 shows role=candidate currentTerm=1
         @10 cut 1: n1 | n2 n3
         @60 n1 shows role=leader currentTerm=1
         @70 heal 1
         @500 n2 shows role=leader currentTerm=2`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the whole of its term fell into the cut', () => {
    expect(
      judge(
        claim,
        `n1 shows role=follower currentTerm=0
         @10 cut 1: n1 > n2 n3
         @200 n1 shows role=leader currentTerm=1`,
      ),
    ).toMatchObject({
      at: 'n1 shows role=leader currentTerm=1',
      message: 'n1 became leader while it could reach 1 of 3 nodes, itself included.',
    })
  })
})

describe('leader-within', () => {
  const claim = leaderWithin({
    id: 'leader-after-heal',
    sentence: 'There is a leader.',
    ask: 'Who stands?',
    after: 'liveness',
    since: 'the last fault ended',
    withinMicros: 100_000,
    followers: 'all',
  })
  const elected = `@60 n1 shows role=leader currentTerm=1
    n2 shows role=follower currentTerm=1
    n3 shows role=follower currentTerm=1`

  test('holds when all follow in time', () => {
    expect(judge(claim, `@50 liveness\n${elected}\n@900 end`)).toBeUndefined()
  })

  test('breaks at the first event after the deadline', () => {
    expect(
      judge(
        claim,
        `nodes n1 n2
         n1 shows role=leader currentTerm=1
         n2 crashes
         @50 liveness
         @149 n1 ticks x
         @151 n1 ticks y`,
      ),
    ).toEqual({
      at: 'n1 ticks y',
      message:
        'There is no leader that the others follow: n1 is a leader in term 1, n2 is down, 0.101 s after the last fault ended.',
      related: ['liveness'],
      nodes: ['n1', 'n2'],
    })
  })

  test('says nothing of a run that was cut short', () => {
    expect(judge(claim, '@50 liveness\n@60 end budget')).toBeUndefined()
  })
})

describe('leader-stays', () => {
  const elected = `liveness
    @300 n1 shows role=leader currentTerm=1
    n2 shows role=follower currentTerm=1
    n3 shows role=follower currentTerm=1`

  test('says nothing of who missed heartbeats of the time before', () => {
    const early = elected.replace('@300', '@10')
    expect(
      judge(leaderStays, `${early}\n @60 n3 shows role=candidate currentTerm=2\n end`),
    ).toBeUndefined()
  })

  test('holds while the term lasts', () => {
    expect(judge(leaderStays, `${elected}\n n2 ticks x\n end`)).toBeUndefined()
  })

  test('breaks when a follower starts a new term', () => {
    expect(judge(leaderStays, `${elected}\n n3 shows role=candidate currentTerm=2`)).toEqual({
      at: 'n3 shows role=candidate currentTerm=2',
      message: 'n3 began term 2 although n1 led term 1 and nothing was wrong.',
      related: ['n3 shows role=follower currentTerm=1'],
      nodes: ['n1', 'n3'],
    })
  })
})

describe('leader-of-members-stays', () => {
  const elected = `n1 shows role=leader currentTerm=1 leaderId=n1 members=["n1","n2"]
    n2 shows role=follower currentTerm=1 leaderId=n1 members=["n1","n2"]
    n3 shows role=follower currentTerm=1 leaderId=n1 members=["n1","n2","n3"]
    liveness
    @300 n2 shows leaderId=n1`
  const stranger = `${elected}\n n3 shows role=candidate currentTerm=3 leaderId=null`

  test('holds while a stranger stands and no member listens', () => {
    expect(
      judge(leaderOfMembersStays, `${stranger}\n n3 shows currentTerm=4\n n2 ticks x\n end`),
    ).toBeUndefined()
  })

  test('breaks when a member listens to the stranger', () => {
    expect(
      judge(
        leaderOfMembersStays,
        `${stranger}
         n3 sends n2 RequestVote term=3
         n2 receives 1
         n2 shows currentTerm=3 leaderId=null`,
      ),
    ).toEqual({
      at: 'n2 shows currentTerm=3 leaderId=null',
      message: 'n3 began term 3 although n1 led term 1 and nothing was wrong.',
      related: ['n2 shows leaderId=n1', 'n3 shows role=candidate currentTerm=3 leaderId=null'],
      nodes: ['n1', 'n3'],
    })
  })

  test('breaks when the leader itself listens', () => {
    expect(
      judge(
        leaderOfMembersStays,
        `${stranger}\n n1 shows role=follower currentTerm=3 leaderId=null`,
      )?.message,
    ).toBe('n3 began term 3 although n1 led term 1 and nothing was wrong.')
  })

  test('breaks when a member stands', () => {
    expect(
      judge(leaderOfMembersStays, `${elected}\n n2 shows role=candidate currentTerm=2`)?.message,
    ).toBe('n2 began term 2 although n1 led term 1 and nothing was wrong.')
  })

  test('says nothing of a leader that its own log has removed', () => {
    expect(
      judge(
        leaderOfMembersStays,
        `${elected}
         n1 shows members=["n2"]
         n2 shows role=candidate currentTerm=2`,
      ),
    ).toBeUndefined()
  })
})

describe('leader-has-majority', () => {
  test('holds with the own vote and one more of three', () => {
    expect(
      judge(
        leaderHasMajority,
        `n2 sends n1 RequestVoteReply term=1 voteGranted=true
         n1 receives 1
         n1 shows role=leader currentTerm=1`,
      ),
    ).toBeUndefined()
  })

  test('breaks when one voter is counted twice', () => {
    expect(
      judge(
        leaderHasMajority,
        `nodes n1 n2 n3 n4 n5
         n2 sends n1 RequestVoteReply term=1 voteGranted=true
         repeat 1
         n1 receives 1
         n1 receives 2
         n1 shows role=leader currentTerm=1`,
      ),
    ).toMatchObject({
      at: 'n1 shows role=leader currentTerm=1',
      message: 'n1 took the lead of term 1 with 2 of 5 votes, its own included; a majority is 3.',
    })
  })

  test('breaks when votes of an older term are counted', () => {
    expect(
      judge(
        leaderHasMajority,
        `n2 sends n1 RequestVoteReply term=1 voteGranted=true
         n1 receives 1
         n1 shows role=leader currentTerm=2`,
      )?.message,
    ).toContain('with 1 of 3 votes')
  })
})
