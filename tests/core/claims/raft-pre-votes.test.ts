/** Claims about pre-votes, check-quorum and leaders in time, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  type LeaderWithin,
  leaderHearsMajority,
  leaderStaysAfter,
  leaderWithin,
  noPreVoteWhileLed,
  preVoteChangesNothing,
  standsWithSupport,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('pre-vote-changes-nothing', () => {
  const asked = (term: number) => `n2 shows role=follower currentTerm=3 votedFor=n3
    n1 sends n2 PreVote term=${term}
    n2 receives 1`

  test('holds when nothing changes, or a newer term is taken over without a vote', () => {
    expect(judge(preVoteChangesNothing, `${asked(3)}\n n2 ticks x`)).toBeUndefined()
    expect(
      judge(preVoteChangesNothing, `${asked(4)}\n n2 shows currentTerm=4 votedFor=null`),
    ).toBeUndefined()
  })

  test.each([
    [3, 'n2 shows votedFor=n1', 'changed its vote in term 3 from n3 to n1.'],
    [3, 'n2 shows votedFor=null', 'changed its vote in term 3 from n3 to nobody.'],
    [3, 'n2 shows currentTerm=4 votedFor=null', 'went from term 3 to term 4.'],
    [4, 'n2 shows currentTerm=4 votedFor=n1', 'changed its vote in term 4 from nobody to n1.'],
    [3, 'n2 shows role=candidate', 'turned from follower to candidate.'],
  ])('asked about the term after %i, breaks at: %s', (term, line, change) => {
    expect(judge(preVoteChangesNothing, `${asked(term)}\n ${line}`)).toEqual({
      at: line,
      message: `n2 was asked for a pre-vote by n1 and ${change}`,
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })
})

describe('stands-with-support', () => {
  const alone = 'nodes n1 n2 n3 n4 n5\n n1 shows role=follower currentTerm=1'
  const support = `n2 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=true
    n3 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=true`
  const stands = 'n1 shows role=candidate currentTerm=2'

  test('holds with a majority, its own support included', () => {
    expect(
      judge(standsWithSupport, `${alone}\n${support}\n n1 receives 1\n n1 receives 2\n ${stands}`),
    ).toBeUndefined()
  })

  test.each([
    ['one voter twice', `${support}\n repeat 1\n n1 receives 1\n n1 receives 3`],
    [
      'a refusal',
      `n2 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=false
       n3 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=true
       n1 receives 1\n n1 receives 2`,
    ],
    [
      'an answer about another term',
      `n2 sends n1 PreVoteReply term=1 nextTerm=1 voteGranted=true
       n3 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=true
       n1 receives 1\n n1 receives 2`,
    ],
  ])('breaks with %s', (_what, lines) => {
    expect(judge(standsWithSupport, `${alone}\n${lines}\n ${stands}`)).toMatchObject({
      at: stands,
      message:
        'n1 began term 2 with the support of 2 of 5 nodes, its own included; a majority is 3.',
      nodes: ['n1'],
    })
  })

  test('says nothing of a term that was taken over, or of a node that was told to stand', () => {
    expect(judge(standsWithSupport, `${alone}\n n1 shows currentTerm=7`)).toBeUndefined()
    expect(
      judge(
        standsWithSupport,
        `${alone}\n n2 sends n1 TimeoutNow term=1\n n1 receives 1\n ${stands}`,
      ),
    ).toBeUndefined()
    expect(
      judge(
        standsWithSupport,
        `${alone}\n n2 sends n1 TimeoutNow term=1\n n1 receives 1\n n1 ticks x\n ${stands}`,
      )?.at,
    ).toBe(stands)
  })
})

describe('no-pre-vote-while-led', () => {
  const claim = noPreVoteWhileLed(100_000)
  const led = `n2 shows role=follower currentTerm=1
    n3 sends n2 AppendEntries term=1
    @10 n2 receives 1`
  const grants = 'n2 sends n1 PreVoteReply term=1 nextTerm=2 voteGranted=true'

  test('holds later on, in a newer term, and after a crash', () => {
    expect(judge(claim, `${led}\n @110 ${grants}`)).toBeUndefined()
    expect(judge(claim, `${led}\n n2 shows currentTerm=2\n ${grants}`)).toBeUndefined()
    expect(
      judge(
        claim,
        `${led}\n n2 crashes\n n2 restarts\n n2 shows role=follower currentTerm=1\n ${grants}`,
      ),
    ).toBeUndefined()
  })

  test('breaks right after a heartbeat', () => {
    expect(judge(claim, `${led}\n @60 ${grants}`)).toEqual({
      at: grants,
      message:
        'n2 tells n1 that it would vote for it, 0.05 s after it heard from the leader of term 1.',
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })

  test('breaks when a leader supports another', () => {
    expect(judge(claim, `n2 shows role=leader currentTerm=1\n ${grants}`)?.message).toBe(
      'n2 tells n1 that it would vote for it, and leads term 1 itself.',
    )
  })
})

describe('leader-hears-majority', () => {
  const claim = leaderHearsMajority(1_000_000)
  const leads = 'n1 shows role=leader currentTerm=1'
  const hears = 'n2 sends n1 AppendEntriesReply term=1\n @800 n1 receives 1'

  test('holds while somebody answers, and after the leader gave up', () => {
    expect(judge(claim, `${leads}\n ${hears}\n @1700 n1 ticks x`)).toBeUndefined()
    expect(judge(claim, `${leads}\n n1 shows role=follower\n @1700 n1 ticks x`)).toBeUndefined()
  })

  test('breaks when nobody has answered for too long', () => {
    expect(judge(claim, `${leads}\n ${hears}\n @1900 n3 ticks x`)).toEqual({
      at: 'n3 ticks x',
      message:
        'n1 leads term 1, and for 1.1 s it has heard from fewer than 2 of 3 nodes, itself included.',
      related: [leads],
      nodes: ['n1'],
    })
  })

  test('counts different nodes', () => {
    const five = `nodes n1 n2 n3 n4 n5\n ${leads}`
    const again = 'n2 sends n1 Reply term=1\n @900 n1 receives 2'
    expect(judge(claim, `${five}\n ${hears}\n ${again}\n @1100 n1 ticks x`)?.at).toBe('n1 ticks x')
  })

  test('says nothing of a pause, in which a node can do nothing', () => {
    expect(
      judge(claim, `${leads}\n @900 n1 pauses\n @1500 n2 ticks x\n @1600 n1 resumes\n @2500 end`),
    ).toBeUndefined()
  })
})

describe('a leader in time', () => {
  const elected = 'n2 shows role=leader currentTerm=1\n n3 shows role=follower currentTerm=1'

  const WITHIN: LeaderWithin = {
    id: 'majority-elects',
    sentence: 'There is a leader.',
    ask: 'Who stands?',
    after: 500_000,
    since: 'the cut',
    withinMicros: 100_000,
    followers: 'majority',
  }
  const claim = leaderWithin(WITHIN)
  const late = '@620 n1 ticks x'

  test('counts from the start, though nothing changes any more', () => {
    expect(judge(claim, `${elected}\n @500 n1 ticks x\n ${late}`)).toBeUndefined()
  })

  test.each(['n2 | n1 n3', 'n2 > n1 n3', 'n1 n3 > n2'])('is not one behind a cut: %s', (cut) => {
    const lost = `${elected}\n @500 cut 1: ${cut}`
    expect(judge(claim, `${lost}\n ${late}`)?.at).toBe('n1 ticks x')
    expect(judge(claim, `${lost}\n heal 1\n ${late}`)).toBeUndefined()
    const another = 'n3 shows role=leader currentTerm=2\n n1 shows role=follower currentTerm=2'
    expect(judge(claim, `${lost}\n ${another}\n ${late}`)).toBeUndefined()
  })

  test.each([
    ['heartbeat', 'n1 ticks x'],
    ['vote', undefined],
  ] as const)('to vote is not yet to follow, where %s makes a follower', (by, at) => {
    const claimBy = leaderWithin({ ...WITHIN, by })
    const voted = elected.replaceAll('currentTerm=1', 'currentTerm=1 leaderId=null')
    expect(judge(claimBy, `${voted}\n @500 n1 ticks x\n ${late}`)?.at).toBe(at)
    const heard = `${voted}\n n3 shows leaderId=n2`
    expect(judge(claimBy, `${heard}\n @500 n1 ticks x\n ${late}`)).toBeUndefined()
  })

  test('a leader that was followed at the moment may not be deposed after it', () => {
    const claim = leaderStaysAfter({
      id: 'leader-outlasts',
      sentence: 'The leader stays.',
      ask: 'Who deposed it?',
      after: 500_000,
      though: 'all could hear it',
      followers: 'majority',
    })
    expect(
      judge(claim, `${elected}\n @500 n1 ticks x\n n3 shows role=candidate currentTerm=2`),
    ).toMatchObject({ message: 'n3 began term 2 although n2 led term 1 and all could hear it.' })
    const before = `${elected}\n n3 shows role=candidate currentTerm=2\n @500 n1 ticks x`
    expect(judge(claim, before)).toBeUndefined()
  })
})
