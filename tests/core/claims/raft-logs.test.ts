/** Claims about Raft logs, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { leaderAppendOnly } from '../../../grader/core/check/raft/leader-append-only.ts'
import { logMatching } from '../../../grader/core/check/raft/log-matching.ts'
import { votesForUpToDateLogs } from '../../../grader/core/check/raft/votes-up-to-date.ts'
import { judge } from '../../support/traces/judge.ts'

describe('leader-append-only', () => {
  const claim = leaderAppendOnly()

  test('holds while the leader appends and compacts, and a follower gives way', () => {
    expect(
      judge(
        claim,
        `n1 shows role=leader currentTerm=1 log=1:a,1:b
         n1 shows log=1:a,1:b,1:c
         n1 shows log=1:c snapshotIndex=2 snapshotTerm=1
         n1 shows role=follower currentTerm=2 log=2:x`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a leader shortens its log', () => {
    expect(
      judge(
        claim,
        `n1 shows role=leader currentTerm=1 log=1:a,1:b
         n1 shows log=1:a`,
      ),
    ).toEqual({
      at: 'n1 shows log=1:a',
      message:
        'n1, the leader of term 1, shortened its log: it held 2 entries and now holds one entry.',
      related: ['n1 shows role=leader currentTerm=1 log=1:a,1:b'],
      nodes: ['n1'],
    })
  })

  test('breaks when a leader changes an entry', () => {
    expect(
      judge(claim, `n1 shows role=leader currentTerm=2 log=1:a,1:b\n n1 shows log=1:a,2:b,2:c`)
        ?.message,
    ).toBe(
      'n1, the leader of term 2, changed its log: it held 2 entries and now holds 3 entries, not all of them the same.',
    )
  })

  test('breaks when a node drops its tail in the very step that makes it leader', () => {
    expect(
      judge(
        claim,
        `n1 shows role=candidate currentTerm=2 log=1:a,1:b
         n1 shows role=leader log=1:a`,
      )?.at,
    ).toBe('n1 shows role=leader log=1:a')
  })

  test('says nothing of what a crash took', () => {
    expect(
      judge(
        claim,
        `n1 shows role=leader currentTerm=1 log=1:a,1:b
         n1 crashes
         n1 restarts
         n1 shows role=leader currentTerm=1 log=1:a`,
      ),
    ).toBeUndefined()
  })
})

describe('log-matching', () => {
  const claim = logMatching()

  test('holds for logs that differ in terms only', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a,1:b
         n2 shows log=1:a,2:x
         n3 shows log=1:a
         n3 shows log=1:a,1:b`,
      ),
    ).toBeUndefined()
  })

  test('breaks at the entry behind which the logs differ', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a,1:b,2:c
         n2 shows log=1:a,2:x,2:c`,
      ),
    ).toEqual({
      at: 'n2 shows log=1:a,2:x,2:c',
      message:
        'n1 and n2 have logs with an entry of term 2 at index 3, but at index 2 n1 has "b" of term 1 and n2 has "x" of term 2.',
      related: ['n1 shows log=1:a,1:b,2:c'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when one term gives an index two commands', () => {
    expect(judge(claim, 'n1 shows log=1:a\n n2 shows log=1:z')?.message).toBe(
      `n1 and n2 have logs with an entry of term 1 at index 1, but n1's is "a" of term 1 and n2's is "z" of term 1.`,
    )
  })

  test('remembers entries that are gone by now', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a
         n1 sends n2 AppendEntries
         n1 shows log=-
         n2 shows log=1:b`,
      )?.related,
    ).toEqual(['n1 shows log=1:a'])
  })

  test('forgets what a crash took before it could matter', () => {
    const before = `n1 shows log=1:a
      n1 crashes
      n1 restarts
      n1 shows log=-`
    expect(judge(claim, `${before}\n n2 shows log=1:b`)).toBeUndefined()
    expect(
      judge(claim, `n1 shows log=-\n n2 shows log=1:a\n ${before}\n n3 shows log=1:b`)?.at,
    ).toBe('n3 shows log=1:b')
  })

  test('sees through snapshots', () => {
    const compacted = `n1 shows log=1:a,1:b
      n2 shows log=1:c snapshotIndex=2 snapshotTerm=1`
    expect(judge(claim, `${compacted}\n n1 shows log=1:a,1:b,1:c`)).toBeUndefined()
    expect(judge(claim, `${compacted}\n n1 shows log=1:a,1:b,1:d`)?.at).toBe(
      'n1 shows log=1:a,1:b,1:d',
    )
  })

  test('takes entries behind an unknown snapshot for what they are', () => {
    const unknown = 'n2 shows log=2:c snapshotIndex=2 snapshotTerm=1'
    expect(judge(claim, `${unknown}\n n1 shows log=1:a,1:b,2:c`)).toBeUndefined()
    expect(judge(claim, `${unknown}\n n1 shows log=1:a,1:b,2:d`)?.at).toBe(
      'n1 shows log=1:a,1:b,2:d',
    )
  })

  test('does not mind the order of fields in a command', () => {
    expect(
      judge(
        claim,
        `n1 shows log=[{"term":1,"command":{"a":1,"b":2}}]
         n2 shows log=[{"command":{"b":2,"a":1},"term":1}]`,
      ),
    ).toBeUndefined()
  })

  test('reads the field that the lab names', () => {
    const fields = {
      log: 'entries',
      commitIndex: 'c',
      lastApplied: 'a',
      snapshotIndex: 's',
      snapshotTerm: 't',
    }
    expect(judge(logMatching(fields), 'n1 shows entries=1:a\n n2 shows entries=1:b')?.at).toBe(
      'n2 shows entries=1:b',
    )
  })
})

describe('votes-for-up-to-date-logs', () => {
  const claim = votesForUpToDateLogs()
  const vote = (own: string, end: string, granted = true) =>
    `n2 shows role=follower currentTerm=2 log=${own}
     n1 sends n2 RequestVote term=3 ${end}
     n2 receives 1
     n2 sends n1 RequestVoteReply term=3 voteGranted=${granted}`

  test.each([
    ['1:a,1:b', 'lastLogIndex=2 lastLogTerm=1'],
    ['1:a,1:b', 'lastLogIndex=1 lastLogTerm=2'],
    ['-', 'lastLogIndex=0 lastLogTerm=0'],
  ])('holds for a voter with %s and a candidate with %s', (own, end) => {
    expect(judge(claim, vote(own, end))).toBeUndefined()
  })

  test('breaks when a longer log of an older term wins', () => {
    expect(judge(claim, vote('1:a,2:b', 'lastLogIndex=9 lastLogTerm=1'))).toEqual({
      at: 'n2 sends n1 RequestVoteReply term=3 voteGranted=true',
      message:
        'n2, whose log ends at index 2 in term 2, voted for n1, whose log ends at index 9 in term 1.',
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })

  test('breaks when a shorter log of the same term wins', () => {
    expect(judge(claim, vote('1:a,1:b', 'lastLogIndex=1 lastLogTerm=1'))?.message).toContain(
      'whose log ends at index 1 in term 1',
    )
  })

  test('holds when the vote is refused', () => {
    expect(judge(claim, vote('1:a', 'lastLogIndex=0 lastLogTerm=0', false))).toBeUndefined()
  })
})
