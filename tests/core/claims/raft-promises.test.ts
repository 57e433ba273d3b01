/** What Raft nodes promise must be on disk first: the claim on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { promisesAreDurable } from '../../../grader/core/check/raft/raft-promises.ts'
import { judge } from '../../support/traces/judge.ts'

describe('promises-are-durable', () => {
  const claim = promisesAreDurable()
  const start = 'n1 shows role=follower currentTerm=1 votedFor=null log=-'
  const vote = 'n1 sends n2 RequestVoteReply term=2 voteGranted=true'

  test('holds when the change is written and synced before the vote', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 shows currentTerm=2 votedFor=n2
         n1 writes ballot [2,"n2"]
         n1 syncs
         ${vote}`,
      ),
    ).toBeUndefined()
  })

  test('holds when acknowledgements wait for a later sync', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 shows log=1:a
         n1 writes log [1]
         n1 ticks flush
         n1 syncs
         n1 sends n2 AppendEntriesReply term=1 success=true`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the vote leaves before the sync', () => {
    expect(
      judge(claim, `${start}\n n1 shows currentTerm=2 votedFor=n2\n n1 writes vote n2\n ${vote}`),
    ).toEqual({
      at: vote,
      message:
        'n1 sends its vote for n2 while its change of currentTerm and votedFor is written but not synced.',
      related: ['n1 shows currentTerm=2 votedFor=n2'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when entries are acknowledged that were never written', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 shows log=1:a
         n1 syncs
         n1 sends n2 AppendEntriesReply term=1 success=true`,
      )?.message,
    ).toBe('n1 sends an acknowledgement to n2 while its change of log is not written.')
  })

  test('breaks when a candidacy was not stored', () => {
    expect(
      judge(claim, `${start}\n n1 shows currentTerm=2 votedFor=n1\n n1 sends n2 RequestVote term=2`)
        ?.message,
    ).toBe(
      'n1 sends its vote for itself while its change of currentTerm and votedFor is not written.',
    )
  })

  test('holds for refusals, for what a snapshot replaces, and for what a crash took', () => {
    expect(
      judge(
        claim,
        `${start}
         n1 shows log=1:a
         n1 writes log [1]
         n1 syncs
         n1 shows log=- snapshotIndex=1 snapshotTerm=1
         n1 sends n2 AppendEntriesReply term=1 success=true
         n1 shows currentTerm=5
         n1 sends n2 RequestVoteReply term=5 voteGranted=false
         n1 crashes
         n1 restarts
         n1 shows role=follower currentTerm=1 votedFor=null log=-
         n1 sends n2 RequestVoteReply term=1 voteGranted=true`,
      ),
    ).toBeUndefined()
  })
})
