/** What becomes of commands, and what that may cost, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { commandsReach, logsBecomeEqual } from '../../../grader/core/check/raft/log-liveness.ts'
import {
  entriesSentSeldom,
  findsPlaceWithin,
  resendsFew,
  trafficInBounds,
} from '../../../grader/core/check/raft/replication-cost.ts'
import {
  leaderTakesCommands,
  refusesAndNamesLeader,
} from '../../../grader/core/check/raft/requests.ts'
import { judge } from '../../support/traces/judge.ts'

const LEADER = 'n1 shows role=leader currentTerm=1 leaderId=n1 log=- commitIndex=0'
const FOLLOWERS = `n2 shows role=follower currentTerm=1 leaderId=n1 log=- commitIndex=0
  n3 shows role=follower currentTerm=1 leaderId=n1 log=- commitIndex=0`
const ASKED = 'c1 asks n1 x\n n1 takes 1'

describe('refuses-and-names-leader', () => {
  const asked = `${FOLLOWERS}\n c1 asks n2 x\n n2 takes 1`

  test('holds for a refusal with the name, or with nothing when nobody is known', () => {
    expect(judge(refusesAndNamesLeader, `${asked}\n n2 replies 1 fail n1\n end`)).toBeUndefined()
    expect(
      judge(
        refusesAndNamesLeader,
        'n2 shows role=candidate currentTerm=1 leaderId=null\n c1 asks n2 x\n n2 takes 1\n n2 replies 1 fail ""\n end',
      ),
    ).toBeUndefined()
  })

  test('holds for a leader, and for a node that crashes before it could answer', () => {
    expect(judge(refusesAndNamesLeader, `${LEADER}\n ${ASKED}\n n1 ticks x`)).toBeUndefined()
    expect(judge(refusesAndNamesLeader, `${asked}\n n2 crashes\n n1 ticks x`)).toBeUndefined()
  })

  test('breaks without an answer, with another name, and with a result', () => {
    expect(judge(refusesAndNamesLeader, `${asked}\n n3 ticks x`)?.message).toBe(
      'n2, which does not lead and knows of n1 as leader, did not answer.',
    )
    expect(judge(refusesAndNamesLeader, `${asked}\n n2 replies 1 fail n3`)?.message).toBe(
      'n2, which does not lead and knows of n1 as leader, refused with "n3".',
    )
    expect(judge(refusesAndNamesLeader, `${asked}\n n2 replies 1 ok 7`)?.message).toBe(
      'n2, which does not lead and knows of n1 as leader, carried it out and answered 7.',
    )
  })
})

describe('leader-takes-commands', () => {
  const claim = leaderTakesCommands(100_000)

  test.each([
    ['it stands in the log in time', '@50 n1 shows log=1:x'],
    ['the node ceases to lead', '@50 n1 shows role=follower'],
    ['the node leads another term', '@50 n1 shows currentTerm=2'],
    ['the node crashes', '@50 n1 crashes'],
    ['the node was paused until a moment ago', '@20 n1 pauses\n @990 n1 resumes'],
  ])('holds when %s', (_what, then) => {
    expect(judge(claim, `${LEADER}\n ${ASKED}\n ${then}\n @1000 n2 ticks x`)).toBeUndefined()
  })

  test('breaks when it is lost, although the same command was taken before', () => {
    expect(
      judge(
        claim,
        `${LEADER}\n ${ASKED}\n n1 shows log=1:x\n c2 asks n1 x\n n1 takes 2\n @1000 n2 ticks x`,
      )?.message,
    ).toBe('n1, the leader of term 1, was asked for "x", and 0.994 s later it is not in its log.')
  })
})

describe('commands-reach', () => {
  const reach = (state: 'stored' | 'committed', by: 'all' | 'majority') =>
    commandsReach({
      id: 'reach',
      sentence: 'They do.',
      ask: 'Do they?',
      state,
      by,
      after: 'liveness',
      withinMicros: 100_000,
    })
  const run = `liveness\n ${LEADER}\n ${FOLLOWERS}\n ${ASKED}\n n1 shows log=1:x commitIndex=0`

  test('holds when all have it in time', () => {
    const all = `${run}\n n2 shows log=1:x\n n3 shows log=1:x\n @200 n1 ticks x\n end`
    expect(judge(reach('stored', 'all'), all)).toBeUndefined()
    const commit = `${run}\n n2 shows log=1:x\n n1 shows commitIndex=1\n n2 shows commitIndex=1\n @200 n1 ticks x`
    expect(judge(reach('committed', 'majority'), commit)).toBeUndefined()
    expect(judge(reach('committed', 'all'), commit)?.message).toBe(
      'n1 was asked for "x", and 0.194 s later only n1, n2 had taken it for committed.',
    )
  })

  test('breaks when one lacks it', () => {
    const two = `${run}\n n2 shows log=1:x\n @200 n1 ticks x`
    expect(judge(reach('stored', 'all'), two)?.message).toBe(
      'n1 was asked for "x", and 0.194 s later only n1, n2 had stored it.',
    )
    expect(judge(reach('stored', 'majority'), two)).toBeUndefined()
  })

  test.each([
    ['its role', 'n1 shows role=follower'],
    ['its majority', 'cut 1: n1 | n2 n3'],
    ['its life', 'n1 crashes'],
    ['its followers', 'n2 crashes\n n3 pauses'],
  ])('a leader that loses %s owes nothing', (_what, loss) => {
    expect(judge(reach('stored', 'majority'), `${run}\n ${loss}\n @200 end`)).toBeUndefined()
  })

  test('nor does one that had no majority when it was asked', () => {
    const cut = `liveness\n ${LEADER}\n ${FOLLOWERS}\n cut 1: n1 | n2 n3\n ${ASKED}\n @200 end`
    expect(judge(reach('committed', 'majority'), cut)).toBeUndefined()
  })
})

describe('logs-become-equal', () => {
  const claim = logsBecomeEqual({ quietMicros: 1_000_000, healedMicros: 1_500_000 })
  const logs = (second: string) =>
    `n1 shows role=leader currentTerm=1 log=1:a,1:b
     n2 shows role=follower currentTerm=1 log=${second}
     n3 shows role=follower currentTerm=1 log=1:a,1:b`

  test('holds when they are, and when there was no time yet', () => {
    expect(judge(claim, `${logs('1:a,1:b')}\n liveness\n @2000 end`)).toBeUndefined()
    expect(judge(claim, `${logs('1:a')}\n liveness\n @1400 end`)).toBeUndefined()
    expect(judge(claim, `${logs('1:a')}\n @2000 end`)).toBeUndefined()
    expect(judge(claim, `${logs('1:a')}\n liveness\n @2000 end budget`)).toBeUndefined()
  })

  test('breaks for a shorter log and for another one', () => {
    expect(judge(claim, `${logs('1:a')}\n liveness\n @2000 end`)?.message).toBe(
      'n2 has one entry and n1 has 2 entries, 1.996 s after the last disturbance.',
    )
    expect(judge(claim, `${logs('1:a,0:x')}\n liveness\n @2000 end`)?.message).toMatch(
      /^n2 and n1 still have different entries/,
    )
  })
})

describe('what it costs', () => {
  const beat = 'n1 sends n2 AppendEntries term=1 prevLogIndex=0 entries=-'

  test('traffic-in-bounds: so many a second, and some for each command and refusal', () => {
    const claim = trafficInBounds({ perSecondMax: 1, perReasonMax: 1 })
    expect(judge(claim, `${beat}\n ${beat}\n @1100 ${beat}\n @2200 ${beat}`)).toBeUndefined()
    expect(judge(claim, `${beat}\n ${beat}\n ${ASKED}\n ${beat}`)).toBeUndefined()
    expect(judge(claim, `${beat}\n ${beat}\n ${beat}`)?.message).toBe(
      'n1 has sent 3 AppendEntries of term 1 to n2 in 0.002 s, with 0 commands and refusals to cause them.',
    )
  })

  test('entries-sent-seldom: each entry by itself, each follower by itself', () => {
    const claim = entriesSentSeldom(1)
    const send = (to: string, prev: number, entries: string) =>
      `n1 sends ${to} AppendEntries term=1 prevLogIndex=${prev} entries=${entries}`
    expect(
      judge(claim, `${send('n2', 0, '1:a')}\n ${send('n3', 0, '1:a')}\n ${send('n2', 1, '1:b')}`),
    ).toBeUndefined()
    expect(judge(claim, `${send('n2', 0, '1:a')}\n ${send('n2', 0, '1:a,1:b')}`)?.message).toBe(
      'n1 sends the entry at index 1 to n2 for the 2nd time.',
    )
  })

  const reply = (number: number, success: boolean) =>
    `n2 sends n1 AppendEntriesReply term=1 success=${success}\n n1 receives ${number}`

  test('finds-place-soon: an acceptance ends the search', () => {
    const claim = findsPlaceWithin(1)
    expect(
      judge(claim, `${LEADER}\n ${reply(1, false)}\n ${reply(2, true)}\n ${reply(3, false)}`),
    ).toBeUndefined()
    expect(judge(claim, `${LEADER}\n ${reply(1, false)}\n ${reply(2, false)}`)?.message).toBe(
      'n2 has refused n1, the leader of term 1, 2 times in a row.',
    )
    expect(
      judge(
        claim,
        `n1 shows role=follower currentTerm=1\n ${reply(1, false)}\n ${reply(2, false)}`,
      ),
    ).toBeUndefined()
  })

  test('finds-place-soon: refusals of questions that were under way together count once', () => {
    const ask = 'n1 sends n2 AppendEntries term=1 prevLogIndex=5 entries=-'
    const refuse = 'n2 sends n1 AppendEntriesReply term=1 success=false'
    const together = `${LEADER}
      ${ask}
      ${ask}
      n2 receives 1
      ${refuse}
      n2 receives 2
      ${refuse}
      n1 receives 3
      n1 receives 4`
    expect(judge(findsPlaceWithin(1), together)).toBeUndefined()
    const later = `${together}\n ${ask}\n n2 receives 5\n ${refuse}\n n1 receives 6`
    expect(judge(findsPlaceWithin(1), later)?.message).toBe(
      'n2 has refused n1, the leader of term 1, 2 times in a row.',
    )
    expect(judge(findsPlaceWithin(2), later)).toBeUndefined()
  })

  test('resends-few: the term in which the logs part may be sent anew', () => {
    const logs = `n1 shows role=leader currentTerm=3 log=0:a,1:b,1:c,3:d
      n2 shows role=follower currentTerm=3 log=0:a,1:b,1:c,1:x`
    const send = (prev: number, entries: string) =>
      `n1 sends n2 AppendEntries term=3 prevLogIndex=${prev} entries=${entries}`
    expect(judge(resendsFew(0), `${logs}\n ${send(1, '1:b,1:c,3:d')}`)).toBeUndefined()
    expect(judge(resendsFew(0), `${logs}\n ${send(0, '0:a,1:b,1:c,3:d')}`)?.message).toMatch(
      /has sent n2 1 entries/,
    )
  })

  test('resends-few: only what both had from the start counts', () => {
    const claim = resendsFew(1)
    const logs = `n1 shows role=leader currentTerm=1 log=0:a,0:b,1:c
      n2 shows role=follower currentTerm=1 log=0:a,0:b`
    const send = (prev: number, entries: string) =>
      `n1 sends n2 AppendEntries term=1 prevLogIndex=${prev} entries=${entries}`
    expect(
      judge(claim, `${logs}\n ${send(1, '0:b,1:c')}\n ${send(2, '1:c')}\n ${send(2, '1:c')}`),
    ).toBeUndefined()
    expect(judge(claim, `${logs}\n ${send(0, '0:a,0:b,1:c')}`)?.message).toMatch(
      /has sent n2 2 entries that both had when it began to lead/,
    )
  })
})
