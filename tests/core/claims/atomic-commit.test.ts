/** Claims about atomic commitment, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  commitsIfAllAgree,
  commitsOnlyUnanimous,
  noReversal,
  sameOutcome,
} from '../../../grader/core/check/agreement/atomic-commit.ts'
import { decidesWithin } from '../../../grader/core/check/agreement/atomic-commit-liveness.ts'
import { judge } from '../../support/traces/judge.ts'

/** `n1` coordinates `t1`; `n2` and `n3` vote yes. */
const BEGUN = `c1 asks n1 txn=t1
  n1 takes 1`
const ALL_YES = `${BEGUN}
  n2 sends n1 Vote txn=t1 vote=yes
  n3 sends n1 Vote txn=t1 vote=yes`

describe('same-outcome', () => {
  test('holds when all decide alike, transaction by transaction', () => {
    expect(
      judge(
        sameOutcome(),
        'n1 applies txn=t1 outcome=commit\n n2 applies txn=t1 outcome=commit\n n2 applies txn=t2 outcome=abort',
      ),
    ).toBeUndefined()
  })

  test('breaks when one decides otherwise', () => {
    expect(
      judge(sameOutcome(), 'n1 applies txn=t1 outcome=commit\n n3 applies txn=t1 outcome=abort'),
    ).toEqual({
      at: 'n3 applies txn=t1 outcome=abort',
      message: 'n1 decided to commit t1 and n3 to abort it.',
      related: ['n1 applies txn=t1 outcome=commit'],
      nodes: ['n1', 'n3'],
    })
  })
})

describe('no-reversal', () => {
  test('holds when a node says its decision again', () => {
    expect(
      judge(noReversal(), 'n1 applies txn=t1 outcome=abort\n n1 applies txn=t1 outcome=abort'),
    ).toBeUndefined()
  })

  test('breaks when it decides otherwise after a crash', () => {
    expect(
      judge(
        noReversal(),
        'n1 applies txn=t1 outcome=commit\n n1 crashes\n n1 restarts\n n1 applies txn=t1 outcome=abort',
      ),
    ).toEqual({
      at: 'n1 applies txn=t1 outcome=abort',
      message: 'n1 decided to commit t1 and then to abort it.',
      related: ['n1 applies txn=t1 outcome=commit'],
      nodes: ['n1'],
    })
  })
})

describe('commits-only-unanimous', () => {
  const claim = commitsOnlyUnanimous()

  test('holds after the last yes, and for any abort', () => {
    expect(judge(claim, `${ALL_YES}\n n1 applies txn=t1 outcome=commit`)).toBeUndefined()
    expect(judge(claim, `${BEGUN}\n n1 applies txn=t1 outcome=abort`)).toBeUndefined()
  })

  test('breaks when a vote is missing', () => {
    expect(
      judge(
        claim,
        `${BEGUN}\n n2 sends n1 Vote txn=t1 vote=yes\n n1 applies txn=t1 outcome=commit`,
      ),
    ).toEqual({
      at: 'n1 applies txn=t1 outcome=commit',
      message: 'n1 decided to commit t1, although n3 had not voted.',
      related: [],
      nodes: ['n3', 'n1'],
    })
  })

  test('breaks after a no, whatever the node says later', () => {
    expect(
      judge(
        claim,
        `${BEGUN}
         n2 sends n1 Vote txn=t1 vote=no
         n2 sends n1 Vote txn=t1 vote=yes
         n3 sends n1 Vote txn=t1 vote=yes
         n3 applies txn=t1 outcome=commit`,
      ),
    ).toMatchObject({
      message: 'n3 decided to commit t1, although n2 had voted no.',
      related: ['n2 sends n1 Vote txn=t1 vote=no'],
    })
  })

  test('asks only the participants that the request names', () => {
    const some = 'c1 asks n1 {"txn":7,"participants":["n1","n3"]}\n n1 takes 1'
    const yes = 'n3 sends n1 Vote txn=7 vote=yes'
    expect(judge(claim, `${some}\n ${yes}\n n1 applies txn=7 outcome=commit`)).toBeUndefined()
    expect(judge(claim, `${some}\n n1 applies txn=7 outcome=commit`)?.message).toBe(
      'n1 decided to commit 7, although n3 had not voted.',
    )
  })
})

describe('commits-if-all-agree', () => {
  const claim = commitsIfAllAgree()
  const abort = 'n1 applies txn=t1 outcome=abort'

  test('holds for a commit, and when anything failed', () => {
    expect(judge(claim, `${ALL_YES}\n n1 applies txn=t1 outcome=commit`)).toBeUndefined()
    expect(judge(claim, `${ALL_YES}\n lose 1\n ${abort}`)).toBeUndefined()
    expect(judge(claim, `n3 crashes\n n3 restarts\n ${ALL_YES}\n ${abort}`)).toBeUndefined()
  })

  test('holds while a vote is missing or no', () => {
    expect(judge(claim, `${BEGUN}\n n2 sends n1 Vote txn=t1 vote=yes\n ${abort}`)).toBeUndefined()
    expect(
      judge(
        claim,
        `${BEGUN}\n n2 sends n1 Vote txn=t1 vote=yes\n n3 sends n1 Vote txn=t1 vote=no\n ${abort}`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the coordinator aborts all the same', () => {
    expect(judge(claim, `${ALL_YES}\n ${abort}`)).toEqual({
      at: abort,
      message: 'n1 decided to abort t1, although all had voted yes and nothing had failed.',
      related: ['n2 sends n1 Vote txn=t1 vote=yes', 'n3 sends n1 Vote txn=t1 vote=yes'],
      nodes: ['n1'],
    })
  })
})

describe('decides-within', () => {
  const claim = decidesWithin({ withinMicros: 100_000 })
  const decide = (...nodes: readonly string[]) =>
    nodes.map((node) => `${node} applies txn=t1 outcome=abort`).join('\n')

  test('holds when all decide in time', () => {
    expect(
      judge(claim, `${ALL_YES}\n @50 liveness\n @120 ${decide('n1', 'n2', 'n3')}\n @400 end`),
    ).toBeUndefined()
  })

  test('breaks for a node that voted yes and waits, even through a crash', () => {
    expect(
      judge(
        claim,
        `${ALL_YES}\n ${decide('n1', 'n3')}\n n2 crashes\n n2 restarts\n @50 liveness\n @200 n3 ticks x`,
      ),
    ).toEqual({
      at: 'n3 ticks x',
      message: 'n2 voted yes on t1 and has not decided 0.197 s later.',
      related: ['n2 sends n1 Vote txn=t1 vote=yes'],
      nodes: ['n2'],
    })
  })

  test('breaks for a coordinator that never decides, unless it crashed', () => {
    expect(judge(claim, `${BEGUN}\n @50 liveness\n @150 end`)?.message).toBe(
      'n1 began t1 and has not decided 0.148 s later.',
    )
    expect(
      judge(claim, `${BEGUN}\n n1 crashes\n n1 restarts\n @50 liveness\n @150 end`),
    ).toBeUndefined()
  })

  test('counts from the vote when that is later, and keeps order when votes are repeated', () => {
    const late = `@50 liveness
      @100 n2 sends n1 Vote txn=t1 vote=yes
      @150 n3 sends n1 Vote txn=t1 vote=yes
      @190 n2 sends n1 Vote txn=t1 vote=yes`
    expect(judge(claim, `${late}\n @199 end`)).toBeUndefined()
    expect(judge(claim, `${late}\n @201 n1 ticks x`)?.message).toBe(
      'n2 voted yes on t1 and has not decided 0.101 s later.',
    )
  })
})
