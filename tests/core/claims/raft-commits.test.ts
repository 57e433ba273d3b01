/** Claims about what Raft nodes take for committed, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  commitHasMajority,
  commitsOwnTerm,
  committedEntriesAgree,
} from '../../../grader/core/check/raft/committed-entries.ts'
import { leaderCompleteness } from '../../../grader/core/check/raft/leader-completeness.ts'
import { judge } from '../../support/traces/judge.ts'

const FOLLOWER = 'role=follower currentTerm=1'

describe('leader-completeness', () => {
  const claim = leaderCompleteness()
  const committed = `n1 shows role=leader currentTerm=1 log=1:a,1:b commitIndex=0
    n2 shows ${FOLLOWER} log=1:a,1:b
    n1 shows commitIndex=2`

  test('holds when the next leader has it all', () => {
    expect(
      judge(claim, `${committed}\n n2 shows role=leader currentTerm=2 log=1:a,1:b,2:c`),
    ).toBeUndefined()
  })

  test('holds for a leader of an older term', () => {
    expect(
      judge(claim, `${committed}\n n3 shows role=leader currentTerm=1 log=1:a`),
    ).toBeUndefined()
  })

  test('breaks when a later leader lacks it', () => {
    expect(judge(claim, `${committed}\n n3 shows role=leader currentTerm=2 log=1:a,2:x`)).toEqual({
      at: 'n3 shows role=leader currentTerm=2 log=1:a,2:x',
      message:
        'n3 leads term 2 without "b" of term 1 at index 2, which n1 took for committed in term 1.',
      related: ['n1 shows commitIndex=2'],
      nodes: ['n1', 'n3'],
    })
  })

  test('breaks when it is committed behind the back of a later leader', () => {
    expect(
      judge(
        claim,
        `n1 shows role=leader currentTerm=1 log=1:a commitIndex=0
         n3 shows role=leader currentTerm=2 log=2:x
         n1 shows commitIndex=1`,
      ),
    ).toEqual({
      at: 'n1 shows commitIndex=1',
      message:
        'n3 leads term 2 without "a" of term 1 at index 1, which n1 took for committed in term 1.',
      related: ['n3 shows role=leader currentTerm=2 log=2:x'],
      nodes: ['n1', 'n3'],
    })
  })

  test('breaks in Figure 8: an old entry was counted, then overwritten', () => {
    expect(
      judge(
        claim,
        `nodes n1 n2 n3 n4 n5
         n1 shows role=leader currentTerm=2 log=1:a,2:b commitIndex=0
         n2 shows role=follower currentTerm=2 log=1:a,2:b
         n5 shows role=leader currentTerm=3 log=1:a,3:c commitIndex=0
         n1 shows role=leader currentTerm=4 log=1:a,2:b,4:d
         n3 shows role=follower currentTerm=4 log=1:a,2:b
         n1 shows commitIndex=2
         n5 shows role=leader currentTerm=5 log=1:a,3:c`,
      )?.message,
    ).toBe(
      'n5 leads term 5 without "b" of term 2 at index 2, which n1 took for committed in term 4.',
    )
  })
})

describe('committed-entries-agree', () => {
  const claim = committedEntriesAgree()

  test('holds while nodes commit one log at their own pace', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a,1:b commitIndex=2
         n2 shows log=1:a commitIndex=1
         n3 shows log=1:a,1:b,1:c commitIndex=3
         n1 shows log=1:b snapshotIndex=1 snapshotTerm=1`,
      ),
    ).toBeUndefined()
  })

  test('breaks at the first index in which two nodes differ', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a,1:b,1:c commitIndex=3
         n2 shows log=1:a,2:x,2:y commitIndex=3`,
      ),
    ).toEqual({
      at: 'n2 shows log=1:a,2:x,2:y commitIndex=3',
      message: 'n2 takes "x" of term 2 at index 2 for committed, where n1 had "b" of term 1.',
      related: ['n1 shows log=1:a,1:b,1:c commitIndex=3'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when a node loses what it had committed', () => {
    expect(judge(claim, 'n1 shows log=1:a,1:b commitIndex=2\n n1 shows log=1:a,2:z')?.message).toBe(
      'n1 takes "z" of term 2 at index 2 for committed, where it had "b" of term 1.',
    )
  })
})

describe('commit-has-majority', () => {
  const claim = commitHasMajority()
  const start = 'n1 shows role=leader currentTerm=1 log=1:a commitIndex=0'

  test('holds with the own copy and one more of three, even of a node that is down', () => {
    expect(
      judge(claim, `${start}\n n2 shows ${FOLLOWER} log=1:a\n n2 crashes\n n1 shows commitIndex=1`),
    ).toBeUndefined()
  })

  test('breaks when only the leader holds the entry', () => {
    expect(judge(claim, `${start}\n n2 shows ${FOLLOWER} log=-\n n1 shows commitIndex=1`)).toEqual({
      at: 'n1 shows commitIndex=1',
      message:
        'n1 took "a" of term 1 at index 1 for committed with 1 of 3 copies (n1); a majority is 2.',
      related: ['n1 shows role=leader currentTerm=1 log=1:a commitIndex=0'],
      nodes: ['n1'],
    })
  })

  test('counts another entry of that index for nothing', () => {
    expect(
      judge(claim, `${start}\n n2 shows ${FOLLOWER} log=2:z\n n1 shows commitIndex=1`)?.message,
    ).toContain('with 1 of 3 copies')
  })

  test('says nothing of followers: they are told', () => {
    expect(
      judge(claim, `n2 shows ${FOLLOWER} log=1:a commitIndex=0\n n2 shows commitIndex=1`),
    ).toBeUndefined()
  })
})

describe('commits-own-term', () => {
  const claim = commitsOwnTerm()
  const start = 'n1 shows role=leader currentTerm=4 log=1:a,2:b,4:d commitIndex=0'

  test('holds when old entries are committed along with a new one', () => {
    expect(judge(claim, `${start}\n n1 shows commitIndex=3`)).toBeUndefined()
  })

  test('breaks when an old entry is committed by counting', () => {
    expect(judge(claim, `${start}\n n1 shows commitIndex=2`)).toEqual({
      at: 'n1 shows commitIndex=2',
      message:
        'n1, the leader of term 4, took "b" of term 2 at index 2 for committed before any entry of its own term.',
      related: [start],
      nodes: ['n1'],
    })
  })
})
