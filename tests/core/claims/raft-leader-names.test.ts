/** Claims about who acts and who is named as leader, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { learnsOfLeader, namesOnlyLeaders, onlyLeadersAppend } from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('only-leaders-append', () => {
  const beat = 'n1 sends n2 AppendEntries term=2'

  test('holds for the leader of the term, and within the call that ends its lead', () => {
    expect(judge(onlyLeadersAppend, `n1 shows role=leader currentTerm=2\n ${beat}`)).toBeUndefined()
    expect(
      judge(
        onlyLeadersAppend,
        `n1 shows role=leader currentTerm=2\n n1 ticks x\n n1 shows role=follower\n ${beat}`,
      ),
    ).toBeUndefined()
  })

  test('breaks when it leads no more', () => {
    expect(
      judge(
        onlyLeadersAppend,
        `n1 shows role=leader currentTerm=1
         n1 ticks x
         n1 shows role=follower currentTerm=2
         n1 ticks x
         ${beat}`,
      ),
    ).toEqual({
      at: beat,
      message: 'n1 sends n2 AppendEntries of term 2, but it is a follower in term 2.',
      related: ['n1 shows role=follower currentTerm=2'],
      nodes: ['n1', 'n2'],
    })
  })
})

describe('names-only-leaders', () => {
  test('holds for a leader of the term, itself included, and for nobody', () => {
    expect(
      judge(
        namesOnlyLeaders,
        `n1 shows role=leader currentTerm=1 leaderId=n1
         n2 shows role=follower currentTerm=1 leaderId=n1
         n2 shows currentTerm=2 leaderId=null`,
      ),
    ).toBeUndefined()
  })

  test('breaks for the leader of an older term, and for a candidate', () => {
    const leads =
      'n1 shows role=leader currentTerm=1\n n2 shows role=follower currentTerm=1 leaderId=n1'
    expect(judge(namesOnlyLeaders, `${leads}\n n2 shows currentTerm=2`)).toEqual({
      at: 'n2 shows currentTerm=2',
      message: 'n2 names n1 as the leader of term 2, which n1 does not lead.',
      related: [],
      nodes: ['n2', 'n1'],
    })
    expect(
      judge(
        namesOnlyLeaders,
        `n1 shows role=candidate currentTerm=1\n n2 shows role=follower currentTerm=1 leaderId=n1`,
      )?.at,
    ).toBe('n2 shows role=follower currentTerm=1 leaderId=n1')
  })
})

describe('learns-of-leader', () => {
  const beat = `n2 shows role=follower currentTerm=1 leaderId=null
    n1 sends n2 AppendEntries term=1
    n2 receives 1`

  test('holds when it names the sender', () => {
    expect(judge(learnsOfLeader, `${beat}\n n2 shows leaderId=n1`)).toBeUndefined()
  })

  test('breaks when it names nobody', () => {
    expect(judge(learnsOfLeader, `${beat}\n n2 ticks x`)).toEqual({
      at: 'n2 ticks x',
      message:
        'n2 got a heartbeat from n1, the leader of its term 1, and names nobody as its leader.',
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })
})
