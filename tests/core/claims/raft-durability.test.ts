/** What a commit and a vote rest on when the power fails, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { commitIsDurable } from '../../../grader/core/check/raft/durable-commits.ts'
import { commitComesFromLeader } from '../../../grader/core/check/raft/follower-commits.ts'
import { restartsWithItsVote } from '../../../grader/core/check/raft/restarts.ts'
import { judge } from '../../support/traces/judge.ts'

const START = `n1 shows role=leader currentTerm=1 leaderId=n1 log=- commitIndex=0
  n2 shows role=follower currentTerm=1 leaderId=n1 log=- commitIndex=0
  n3 shows role=follower currentTerm=1 leaderId=n1 log=- commitIndex=0`

describe('commit-is-durable', () => {
  const claim = commitIsDurable()
  const stores = (node: string) => `${node} shows log=1:a\n ${node} writes log [1]\n ${node} syncs`

  test('holds when the leader and one of two followers have it on disk', () => {
    expect(
      judge(claim, `${START}\n ${stores('n1')}\n ${stores('n2')}\n n1 shows commitIndex=1\n end`),
    ).toBeUndefined()
  })

  test('holds without the leader’s own copy, when others make the majority', () => {
    expect(
      judge(
        claim,
        `${START}\n n1 shows log=1:a\n ${stores('n2')}\n ${stores('n3')}\n n1 shows commitIndex=1\n end`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the leader’s own copy is not synced', () => {
    expect(
      judge(
        claim,
        `${START}\n n1 shows log=1:a\n n1 writes log [1]\n ${stores('n2')}\n n1 shows commitIndex=1\n end`,
      )?.message,
    ).toBe(
      'n1 took "a" of term 1 at index 1 for committed, which only n2 had on disk; a majority is 2.',
    )
  })

  test('holds when the leader’s disk follows in the same call, unless others hear of it before', () => {
    const counts = `${START}\n n1 shows log=1:a\n ${stores('n2')}\n n1 ticks flush\n n1 shows commitIndex=1`
    const flush = 'n1 writes log [1]\n n1 syncs'
    const tell = 'n1 sends n2 AppendEntries term=1'
    expect(judge(claim, `${counts}\n ${flush}\n ${tell}\n end`)).toBeUndefined()
    expect(judge(claim, `${counts}\n n1 crashes\n end`)).toBeUndefined()
    expect(judge(claim, `${counts}\n ${tell}\n ${flush}\n end`)).toBeDefined()
    expect(judge(claim, `${counts}\n n1 ticks x\n ${flush}\n end`)).toBeDefined()
  })

  test('a node that crashed and came back with less counts no more', () => {
    expect(
      judge(
        claim,
        `${START}
         ${stores('n1')}
         n2 shows log=1:a
         n2 writes log [1]
         n2 crashes
         n2 restarts
         n2 shows role=follower currentTerm=1 log=- commitIndex=0
         n1 shows commitIndex=1\n end`,
      )?.message,
    ).toMatch(/which only n1 had on disk/)
  })

  test('holds for a node that is down and had stored it', () => {
    expect(
      judge(
        claim,
        `${START}\n ${stores('n1')}\n ${stores('n2')}\n n2 crashes\n n1 shows commitIndex=1\n end`,
      ),
    ).toBeUndefined()
  })
})

describe('commit-comes-from-leader', () => {
  const claim = commitComesFromLeader()

  test('holds when the leader was first, for it and for later leaders', () => {
    expect(
      judge(
        claim,
        `${START}
         n1 shows log=1:a,1:b
         n2 shows log=1:a,1:b
         n1 shows commitIndex=2
         n2 shows commitIndex=1
         n2 shows commitIndex=2
         n2 shows role=leader currentTerm=2
         n3 shows log=1:a commitIndex=1`,
      ),
    ).toBeUndefined()
  })

  test('holds for one that has just ceased to lead and still counts in its term', () => {
    expect(
      judge(claim, `${START}\n n1 shows log=1:a\n n1 shows role=follower\n n1 shows commitIndex=1`),
    ).toBeUndefined()
  })

  test('breaks when a follower is ahead of every leader', () => {
    expect(judge(claim, `${START}\n n2 shows log=1:a\n n2 shows commitIndex=1`)).toEqual({
      at: 'n2 shows commitIndex=1',
      message:
        'n2, no leader, takes "a" of term 1 at index 1 for committed, which no leader has done yet.',
      related: ['n2 shows log=1:a'],
      nodes: ['n2'],
    })
  })

  test('breaks when it is another entry than the leader’s', () => {
    expect(
      judge(
        claim,
        `${START}\n n1 shows log=1:a\n n1 shows commitIndex=1\n n2 shows log=0:x commitIndex=1`,
      )?.message,
    ).toMatch(/^n2, no leader, takes "x" of term 0/)
  })

  test('breaks when a restarted node takes its whole log for committed', () => {
    expect(
      judge(
        claim,
        'n2 crashes\n n2 restarts\n n2 shows role=follower currentTerm=1 log=1:a commitIndex=1',
      )?.message,
    ).toMatch(/no leader has done yet/)
  })
})

describe('restarts-with-its-vote', () => {
  const voted = `n2 shows role=follower currentTerm=2 votedFor=n1
    n2 sends n1 RequestVoteReply term=2 voteGranted=true
    n2 crashes
    n2 restarts`

  test.each(['currentTerm=2 votedFor=n1', 'currentTerm=3 votedFor=null'])(
    'holds with %s',
    (now) => {
      expect(judge(restartsWithItsVote, `${voted}\n n2 shows role=follower ${now}`)).toBeUndefined()
    },
  )

  test('holds for a vote that never left the node', () => {
    expect(
      judge(
        restartsWithItsVote,
        `n2 shows role=follower currentTerm=2 votedFor=n1
         n2 crashes
         n2 restarts
         n2 shows role=follower currentTerm=2 votedFor=null`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the vote is gone, or another one', () => {
    expect(
      judge(restartsWithItsVote, `${voted}\n n2 shows role=follower currentTerm=2 votedFor=null`),
    ).toEqual({
      at: 'n2 shows role=follower currentTerm=2 votedFor=null',
      message: 'n2 voted for n1 in term 2, and after a crash it knows of no vote in that term.',
      related: ['n2 sends n1 RequestVoteReply term=2 voteGranted=true'],
      nodes: ['n2'],
    })
    expect(
      judge(restartsWithItsVote, `${voted}\n n2 shows role=follower currentTerm=2 votedFor=n3`)
        ?.message,
    ).toMatch(/knows of a vote for n3 in that term/)
  })

  test('a candidacy is a vote for oneself', () => {
    expect(
      judge(
        restartsWithItsVote,
        `n2 shows role=candidate currentTerm=2 votedFor=n2
         n2 sends n1 RequestVote term=2
         n2 crashes
         n2 restarts
         n2 shows role=follower currentTerm=2 votedFor=n3`,
      )?.message,
    ).toBe(
      'n2 voted for itself in term 2, and after a crash it knows of a vote for n3 in that term.',
    )
  })
})
