/** Claims about copying entries, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { acknowledgesWhatItHolds } from '../../../grader/core/check/raft/acknowledgements.ts'
import { deletesOnlyConflicts } from '../../../grader/core/check/raft/deletions.ts'
import { entriesComeFromLeaders } from '../../../grader/core/check/raft/entry-origin.ts'
import { replicatedEntriesSurvive } from '../../../grader/core/check/raft/replicated-entries.ts'
import { judge } from '../../support/traces/judge.ts'

const LEADER = 'n1 shows role=leader currentTerm=1 leaderId=n1'
const FOLLOWER = 'n2 shows role=follower currentTerm=1 leaderId=n1'

describe('entries-come-from-leaders', () => {
  const claim = entriesComeFromLeaders()

  test('holds when the leader makes them and others copy, also late and out of order', () => {
    expect(
      judge(
        claim,
        `${LEADER} log=1:a
         n3 shows role=follower currentTerm=3 leaderId=n9 log=1:a
         n1 shows log=1:a,1:b
         ${FOLLOWER} log=1:a,1:b
         n2 shows role=leader currentTerm=2 leaderId=n2 log=1:a,1:b,2:c
         n1 shows role=follower currentTerm=2 leaderId=n2 log=1:a,1:b,2:c`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a follower makes one', () => {
    expect(judge(claim, `${FOLLOWER} log=-\n n2 shows log=1:x`)).toEqual({
      at: 'n2 shows log=1:x',
      message:
        'n2 has "x" of term 1 at index 1, which nobody held before, and n2 is a follower in term 1.',
      related: [],
      nodes: ['n2'],
    })
  })

  test('breaks when a leader gives an entry another term than its own', () => {
    expect(judge(claim, `${LEADER} log=-\n n1 shows log=0:x`)?.message).toBe(
      'n1 has "x" of term 0 at index 1, which nobody held before, and n1 leads term 1.',
    )
  })

  test('breaks when a copied entry stands in another place', () => {
    expect(judge(claim, `${LEADER} log=1:a\n ${FOLLOWER} log=1:a,1:a`)?.message).toMatch(
      /^n2 has "a" of term 1 at index 2/,
    )
  })

  test('says nothing of entries behind a snapshot that nobody was seen to make', () => {
    expect(
      judge(claim, `${FOLLOWER} log=1:x snapshotIndex=4 snapshotTerm=1 commitIndex=4`),
    ).toBeUndefined()
  })
})

describe('deletes-only-conflicts', () => {
  const claim = deletesOnlyConflicts()
  const both = `${LEADER} log=1:a,1:b\n ${FOLLOWER} log=1:a,1:b`

  test('holds when the leader has another entry there, or none yet', () => {
    expect(
      judge(
        claim,
        `${FOLLOWER} log=1:a,1:x,1:y
         n1 shows role=leader currentTerm=2 leaderId=n1 log=1:a,2:b
         n2 shows currentTerm=2 log=1:a,2:b
         n3 shows role=follower currentTerm=2 leaderId=n1 log=1:a,2:b,1:z
         n3 shows log=1:a,2:b`,
      ),
    ).toBeUndefined()
  })

  test('holds for what a snapshot replaces, and for what a crash takes', () => {
    expect(
      judge(
        claim,
        `${both}
         n2 shows log=1:b snapshotIndex=1 snapshotTerm=1
         n2 crashes
         n2 restarts
         n2 shows role=follower currentTerm=1 leaderId=null log=- snapshotIndex=0 snapshotTerm=0`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the leader has the very entry', () => {
    expect(judge(claim, `${both}\n n2 shows log=1:a`)).toEqual({
      at: 'n2 shows log=1:a',
      message:
        'n2 deleted "b" of term 1 at index 2, which n1, the leader of its term, has there too.',
      related: [`${LEADER} log=1:a,1:b`, `${FOLLOWER} log=1:a,1:b`],
      nodes: ['n2', 'n1'],
    })
  })

  test('names the first entry that went, though others followed it', () => {
    expect(judge(claim, `${both}\n n2 shows log=1:x`)?.message).toMatch(
      /^n2 deleted "a" of term 1 at index 1/,
    )
  })

  test('breaks when nobody had told it to', () => {
    expect(judge(claim, `${both}\n n2 shows currentTerm=2 leaderId=null log=1:a`)?.message).toBe(
      'n2 deleted "b" of term 1 at index 2, and no leader had told it to.',
    )
  })
})

describe('acknowledges-what-it-holds', () => {
  const claim = acknowledgesWhatItHolds()
  const ack = (index: number) =>
    `n2 sends n1 AppendEntriesReply term=1 success=true matchIndex=${index}`

  test('holds up to where both logs are equal, whatever lies behind', () => {
    expect(
      judge(claim, `${LEADER} log=1:a,1:b\n ${FOLLOWER} log=1:a,0:x\n ${ack(1)}\n ${ack(0)}`),
    ).toBeUndefined()
  })

  test('holds when the leader was not seen, and for refusals', () => {
    expect(
      judge(
        claim,
        `${FOLLOWER} log=1:a\n ${ack(1)}\n n2 sends n1 AppendEntriesReply term=1 success=false matchIndex=9`,
      ),
    ).toBeUndefined()
  })

  test('holds for the answer to a snapshot that it took over, and to one of an older term', () => {
    const behind = 'snapshotIndex=4 snapshotTerm=1 commitIndex=4'
    expect(
      judge(
        claim,
        `${LEADER} log=1:e ${behind}
         ${FOLLOWER} log=- ${behind}
         n2 sends n1 InstallSnapshotReply term=1 lastIncludedIndex=4
         n2 sends n1 InstallSnapshotReply term=1 lastIncludedIndex=0
         n2 sends n1 InstallSnapshotReply term=7 lastIncludedIndex=9`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a snapshot is acknowledged that was not taken over', () => {
    // n1 led before and leads again; its old offer comes late.
    expect(
      judge(
        claim,
        `${LEADER} log=1:e snapshotIndex=4 snapshotTerm=1 commitIndex=4
         ${FOLLOWER} log=1:a
         n2 sends n1 InstallSnapshotReply term=1 lastIncludedIndex=4`,
      )?.message,
    ).toBe('n2 acknowledges index 4 to n1, but its log ends at index 1.')
  })

  test('breaks beyond the end of its own log', () => {
    expect(judge(claim, `${LEADER} log=1:a,1:b\n ${FOLLOWER} log=1:a\n ${ack(2)}`)?.message).toBe(
      'n2 acknowledges index 2 to n1, but its log ends at index 1.',
    )
  })

  test('breaks beyond the end of the leader’s log', () => {
    expect(judge(claim, `${LEADER} log=1:a\n ${FOLLOWER} log=1:a,0:x\n ${ack(2)}`)?.message).toBe(
      'n2 acknowledges index 2 to n1, whose log ends at index 1.',
    )
  })

  test('breaks where an entry before differs', () => {
    expect(
      judge(claim, `${LEADER} log=0:a,1:b\n ${FOLLOWER} log=0:x,1:b\n ${ack(2)}`)?.message,
    ).toBe(
      'n2 acknowledges index 2 to n1, but at index 1 it has "x" of term 0, and n1 has "a" of term 0.',
    )
  })

  test('breaks when it does not say up to where', () => {
    expect(
      judge(claim, `${FOLLOWER} log=1:a\n n2 sends n1 AppendEntriesReply term=1 success=true`)
        ?.message,
    ).toBe('n2 tells n1 of success, but its matchIndex is no whole number.')
  })
})

describe('replicated-entries-survive', () => {
  const claim = replicatedEntriesSurvive()
  const stored = `${LEADER} log=1:a
    ${FOLLOWER} log=1:a
    n2 sends n1 AppendEntriesReply term=1 success=true matchIndex=1`

  test('holds when the next leader has it', () => {
    expect(judge(claim, `${stored}\n n2 shows role=leader currentTerm=2 log=1:a,2:b`)).toBe(
      undefined,
    )
  })

  test('breaks when a later leader lacks it, though nobody took it for committed', () => {
    expect(judge(claim, `${stored}\n n3 shows role=leader currentTerm=2 log=2:x`)).toEqual({
      at: 'n3 shows role=leader currentTerm=2 log=2:x',
      message: 'n3 leads term 2 without "a" of term 1 at index 1, which a majority stored: n1, n2.',
      related: ['n2 sends n1 AppendEntriesReply term=1 success=true matchIndex=1'],
      nodes: ['n3', 'n1', 'n2'],
    })
  })

  test('holds for what a minority stored', () => {
    expect(
      judge(claim, `nodes n1 n2 n3 n4 n5\n ${stored}\n n3 shows role=leader currentTerm=2 log=-`),
    ).toBeUndefined()
  })

  test('holds for entries of older terms, which may still be replaced (Figure 8)', () => {
    expect(
      judge(
        claim,
        `n1 shows role=leader currentTerm=3 leaderId=n1 log=1:a
         n2 shows role=follower currentTerm=3 leaderId=n1 log=1:a
         n2 sends n1 AppendEntriesReply term=3 success=true matchIndex=1
         n3 shows role=leader currentTerm=4 log=2:x`,
      ),
    ).toBeUndefined()
  })
})
