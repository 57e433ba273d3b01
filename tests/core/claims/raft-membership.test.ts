/** Who is told that a change of members is done, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { changeIsDone } from '../../../grader/core/check/raft/membership.ts'
import { judge } from '../../support/traces/judge.ts'

const START = `n1 shows role=leader currentTerm=1 log=1:null commitIndex=1 members=["n1","n2","n3"]
  c1 asks n1 op=remove-member node=n3
  n1 takes 1`
const REMOVED = '{"term":1,"command":"x","members":["n1","n2"]}'
const ADDED = '{"term":1,"command":"y","members":["n1","n2","n3"]}'
const TOLD = 'n1 replies 1 ok true'

describe('change-is-done', () => {
  test('holds when it was committed and a later change has undone it', () => {
    expect(
      judge(
        changeIsDone,
        `${START}
         n1 shows log=[{"term":1,"command":null},${REMOVED}] members=["n1","n2"]
         n1 shows commitIndex=2
         n1 shows log=[{"term":1,"command":null},${REMOVED},${ADDED}] members=["n1","n2","n3"] commitIndex=3
         ${TOLD}`,
      ),
    ).toBeUndefined()
  })

  test('holds when a snapshot took the entry away in the call that committed it', () => {
    expect(
      judge(
        changeIsDone,
        `${START}
         n1 shows log=[{"term":1,"command":null},${REMOVED}] members=["n1","n2"]
         n1 shows log=- commitIndex=2 snapshotIndex=2 snapshotTerm=1
         n1 shows log=[${ADDED}] members=["n1","n2","n3"] commitIndex=3
         ${TOLD}`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a snapshot shows that it is not', () => {
    expect(
      judge(changeIsDone, `${START}\n n1 shows log=- snapshotIndex=1 snapshotTerm=1\n ${TOLD}`)
        ?.message,
    ).toBe('n1 said that n3 was removed, but the committed members are n1, n2, n3.')
  })
})
