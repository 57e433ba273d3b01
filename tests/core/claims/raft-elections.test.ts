/** Claims about Raft elections, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  candidateYieldsToLeader,
  electionSafety,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  yieldsToNewerTerm,
  yieldsUnlessLed,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('election-safety', () => {
  test('holds while each term has its own leader', () => {
    expect(
      judge(
        electionSafety,
        `n1 shows role=leader currentTerm=1
         n1 sends n2 AppendEntries term=1
         n2 shows role=leader currentTerm=2
         n1 shows role=leader currentTerm=3`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a second node shows that it leads', () => {
    expect(
      judge(
        electionSafety,
        `n1 shows role=leader currentTerm=2
         n3 shows role=candidate currentTerm=2
         n3 shows role=leader`,
      ),
    ).toEqual({
      at: 'n3 shows role=leader',
      message: 'n1 and n3 both lead in term 2.',
      related: ['n1 shows role=leader currentTerm=2'],
      nodes: ['n1', 'n3'],
    })
  })

  test('breaks when a node acts as leader, whatever it shows', () => {
    expect(
      judge(
        electionSafety,
        `n1 shows role=leader currentTerm=2
         n2 shows role=follower currentTerm=2
         n2 sends n3 AppendEntries term=2`,
      )?.at,
    ).toBe('n2 sends n3 AppendEntries term=2')
  })
})

describe('terms-grow', () => {
  test('holds when an unannounced term is lost in a crash', () => {
    expect(
      judge(
        termsGrow,
        `n1 shows role=follower currentTerm=1
         n1 sends n2 RequestVote term=1
         n1 shows currentTerm=2
         n1 crashes
         n1 restarts
         n1 shows role=follower currentTerm=1`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a node forgets in a crash what it had announced', () => {
    expect(
      judge(
        termsGrow,
        `n1 shows role=candidate currentTerm=3
         n1 sends n2 RequestVote term=3
         n1 crashes
         n1 restarts
         n1 shows role=follower currentTerm=0`,
      ),
    ).toEqual({
      at: 'n1 shows role=follower currentTerm=0',
      message: 'n1 was in term 3 and is now in term 0.',
      related: ['n1 shows role=candidate currentTerm=3'],
      nodes: ['n1'],
    })
  })

  test('breaks when a running node goes back', () => {
    expect(
      judge(
        termsGrow,
        `n1 shows role=follower currentTerm=3
         n1 shows currentTerm=2`,
      )?.message,
    ).toBe('n1 was in term 3 and is now in term 2.')
  })
})

describe('one-vote-per-term', () => {
  test('holds when a node repeats its vote, or votes again in a newer term', () => {
    expect(
      judge(
        oneVotePerTerm,
        `n1 sends n2 RequestVoteReply term=1 voteGranted=true
         n1 sends n2 RequestVoteReply term=1 voteGranted=true
         n1 sends n3 RequestVoteReply term=1 voteGranted=false
         n1 sends n3 RequestVoteReply term=2 voteGranted=true`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a candidate votes for another, even across a crash', () => {
    expect(
      judge(
        oneVotePerTerm,
        `n1 sends n2 RequestVote term=4
         n1 crashes
         n1 restarts
         n1 sends n3 RequestVoteReply term=4 voteGranted=true`,
      ),
    ).toEqual({
      at: 'n1 sends n3 RequestVoteReply term=4 voteGranted=true',
      message: 'n1 voted for itself and for n3 in term 4.',
      related: ['n1 sends n2 RequestVote term=4'],
      nodes: ['n1', 'n3'],
    })
  })
})

describe('no-vote-for-old-term', () => {
  const asked = `n2 shows role=follower currentTerm=3
    n1 sends n2 RequestVote term=2
    n2 receives 1`

  test('holds when the voter refuses', () => {
    expect(
      judge(noVoteForOldTerm, `${asked}\n n2 sends n1 RequestVoteReply term=3 voteGranted=false`),
    ).toBeUndefined()
  })

  test('breaks when it grants', () => {
    expect(
      judge(noVoteForOldTerm, `${asked}\n n2 sends n1 RequestVoteReply term=3 voteGranted=true`),
    ).toEqual({
      at: 'n2 sends n1 RequestVoteReply term=3 voteGranted=true',
      message: 'n2, in term 3, voted for n1, a candidate of term 2.',
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })
})

describe('yields-to-newer-term', () => {
  const heard = `n1 shows role=leader currentTerm=1
    n2 sends n1 RequestVote term=5
    n1 receives 1`

  test('holds when the node takes the term over and follows', () => {
    expect(
      judge(yieldsToNewerTerm, `${heard}\n n1 shows role=follower currentTerm=5\n n1 ticks x`),
    ).toBeUndefined()
  })

  test('breaks when it keeps its term', () => {
    expect(judge(yieldsToNewerTerm, `${heard}\n n1 sends n2 RequestVoteReply term=1`)).toEqual({
      at: 'n1 sends n2 RequestVoteReply term=1',
      message: 'n1 heard of term 5 in a RequestVote from n2 but stayed in term 1.',
      related: ['n1 receives 1'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when it goes on leading in the new term', () => {
    expect(judge(yieldsToNewerTerm, `${heard}\n n1 shows currentTerm=5`)?.message).toBe(
      'n1 heard of term 5 in a RequestVote from n2 but went on leading.',
    )
  })

  test('says nothing of a node that crashed first', () => {
    expect(judge(yieldsToNewerTerm, `${heard}\n n1 crashes\n n1 restarts`)).toBeUndefined()
  })
})

describe('yields-unless-led', () => {
  const led = `n1 shows role=follower currentTerm=1 leaderId=n3
    n2 sends n1 RequestVote term=5
    n1 receives 1`

  test('holds when a node that has a leader does not listen to a candidate', () => {
    expect(judge(yieldsUnlessLed, `${led}\n n1 ticks x`)).toBeUndefined()
    expect(
      judge(yieldsUnlessLed, `${led}\n n1 sends n2 RequestVoteReply term=1 voteGranted=false`),
    ).toBeUndefined()
  })

  test('holds of a leader that does not listen to a candidate', () => {
    expect(
      judge(
        yieldsUnlessLed,
        `n1 shows role=leader currentTerm=1 leaderId=n1
         n2 sends n1 RequestVote term=5
         n1 receives 1
         n1 ticks x`,
      ),
    ).toBeUndefined()
  })

  test('holds when it listens', () => {
    expect(judge(yieldsUnlessLed, `${led}\n n1 shows currentTerm=5 leaderId=null`)).toBeUndefined()
  })

  test('breaks when a node without a leader does not listen', () => {
    expect(
      judge(
        yieldsUnlessLed,
        `n1 shows role=follower currentTerm=1 leaderId=null
         n2 sends n1 RequestVote term=5
         n1 receives 1
         n1 sends n2 RequestVoteReply term=1 voteGranted=false`,
      ),
    ).toEqual({
      at: 'n1 sends n2 RequestVoteReply term=1 voteGranted=false',
      message: 'n1 heard of term 5 in a RequestVote from n2 but stayed in term 1.',
      related: ['n1 receives 1'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when it listens by half: leads on in the term of the candidate', () => {
    expect(
      judge(
        yieldsUnlessLed,
        `n1 shows role=leader currentTerm=1 leaderId=n1
         n2 sends n1 RequestVote term=5
         n1 receives 1
         n1 shows currentTerm=5`,
      )?.message,
    ).toBe('n1 heard of term 5 in a RequestVote from n2 but went on leading.')
  })

  test('breaks when a node that has a leader disregards anything but a candidate', () => {
    expect(
      judge(
        yieldsUnlessLed,
        `n1 shows role=leader currentTerm=1 leaderId=n1
         n2 sends n1 AppendEntriesReply term=5 success=false
         n1 receives 1
         n1 ticks x`,
      )?.message,
    ).toBe('n1 heard of term 5 in an AppendEntriesReply from n2 but stayed in term 1.')
  })
})

describe('candidate-yields-to-leader', () => {
  const heard = `n1 shows role=candidate currentTerm=2
    n2 sends n1 AppendEntries term=2
    n1 receives 1`

  test('holds when the candidate follows', () => {
    expect(judge(candidateYieldsToLeader, `${heard}\n n1 shows role=follower`)).toBeUndefined()
  })

  test('breaks when it stays a candidate', () => {
    expect(judge(candidateYieldsToLeader, `${heard}\n n1 ticks x`)).toEqual({
      at: 'n1 ticks x',
      message:
        'n1, a candidate in term 2, got a heartbeat from n2, the leader of that term, and is still a candidate.',
      related: ['n1 receives 1'],
      nodes: ['n1', 'n2'],
    })
  })
})
