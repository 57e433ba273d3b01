/** Claims about starting, waiting and standing for election, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  answersInOwnTerm,
  asksEverybody,
  standsForElection,
  startsAsFollower,
  votesWhenFree,
  waitsAreRandom,
  waitsInRange,
  yieldsToNewerTerm,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('starts-as-follower', () => {
  test('holds when a leader comes up again as a follower', () => {
    expect(
      judge(
        startsAsFollower,
        `n1 shows role=follower currentTerm=0
         n1 shows role=leader currentTerm=1
         n1 crashes
         n1 restarts
         n1 shows role=follower currentTerm=1`,
      ),
    ).toBeUndefined()
  })

  test('breaks when it comes up as what it was', () => {
    expect(
      judge(
        startsAsFollower,
        `n1 shows role=follower currentTerm=0
         n1 crashes
         n1 restarts
         n1 shows role=leader currentTerm=1`,
      ),
    ).toEqual({
      at: 'n1 shows role=leader currentTerm=1',
      message: 'n1 started as a leader in term 1.',
      related: ['n1 restarts'],
      nodes: ['n1'],
    })
  })
})

describe('yields-to-newer-term', () => {
  const heard = `n1 shows role=candidate currentTerm=2
    n2 sends n1 RequestVote term=5
    n1 receives 1`

  test('breaks when a candidate stays one', () => {
    expect(judge(yieldsToNewerTerm, `${heard}\n n1 shows currentTerm=5`)?.message).toBe(
      'n1 heard of term 5 in a RequestVote from n2 but stayed a candidate.',
    )
  })

  test('says nothing of a node that stands above the term that it heard of', () => {
    expect(judge(yieldsToNewerTerm, `${heard}\n n1 shows currentTerm=6`)).toBeUndefined()
  })
})

describe('asks-everybody', () => {
  const stands = `n1 shows role=follower currentTerm=0
    n1 shows role=candidate currentTerm=1`

  test('holds when all are asked in time, whatever comes later', () => {
    expect(
      judge(
        asksEverybody,
        `${stands}
         n1 sends n2 RequestVote term=1
         n1 sends n3 RequestVote term=1
         @900 n1 ticks x`,
      ),
    ).toBeUndefined()
  })

  test('breaks when somebody was left out', () => {
    expect(
      judge(asksEverybody, `${stands}\n n1 sends n2 RequestVote term=1\n @900 n2 ticks x`),
    ).toEqual({
      at: 'n2 ticks x',
      message: 'n1 stands for election in term 1 and has not asked n3.',
      related: ['n1 shows role=candidate currentTerm=1'],
      nodes: ['n1', 'n3'],
    })
  })

  test('breaks at a request of another term', () => {
    expect(judge(asksEverybody, `${stands}\n n1 sends n2 RequestVote term=0`)).toMatchObject({
      at: 'n1 sends n2 RequestVote term=0',
      message: 'n1 asks n2 for its vote in term 0, but is in term 1.',
    })
  })

  test.each(['n1 crashes', 'n1 shows role=follower', 'n1 pauses'])(
    'says nothing after: %s',
    (end) => {
      expect(judge(asksEverybody, `${stands}\n ${end}\n @900 n2 ticks x`)).toBeUndefined()
    },
  )
})

describe('stands-for-election', () => {
  const claim = standsForElection(1_000_000)
  const lonely = 'nodes n1\n n1 shows role=follower currentTerm=0'

  test('holds while the node stands again and again', () => {
    expect(
      judge(
        claim,
        `${lonely}
         @900 n1 shows role=candidate currentTerm=1
         @1800 n1 shows role=candidate currentTerm=2`,
      ),
    ).toBeUndefined()
  })

  test('breaks when it does nothing', () => {
    expect(judge(claim, `${lonely}\n @1100 n1 ticks x`)).toEqual({
      at: 'n1 ticks x',
      message:
        'For 1.099 s n1 has heard from no leader of its term and given no vote, and it did not stand for election.',
      related: ['n1 shows role=follower currentTerm=0'],
      nodes: ['n1'],
    })
  })

  test.each([
    ['it leads', '@500 n1 shows role=leader'],
    ['it was paused meanwhile', '@500 n1 pauses\n @1000 n1 resumes'],
    ['it was down meanwhile', '@500 n1 crashes\n @1000 n1 restarts'],
    ['it asked for a pre-vote', '@500 n1 sends n1 PreVote term=0'],
    ['it voted', '@500 n1 sends n1 RequestVoteReply term=0 voteGranted=true'],
    ['it heard from the leader', 'n1 sends n1 AppendEntries term=0\n @500 n1 receives 1'],
  ])('says nothing when %s', (_why, lines) => {
    expect(judge(claim, `${lonely}\n ${lines}\n @1400 n1 ticks x`)).toBeUndefined()
  })

  test.each([
    ['a refusal', '@500 n1 sends n1 RequestVoteReply term=0 voteGranted=false'],
    [
      'the leader of an older term',
      'n1 shows currentTerm=4\n n1 sends n1 AppendEntries term=3\n @500 n1 receives 1',
    ],
  ])('%s is no reason to wait', (_what, lines) => {
    expect(judge(claim, `${lonely}\n ${lines}\n @1400 n1 ticks x`)?.at).toBe('n1 ticks x')
  })
})

/** A node alone that stands after each of these waits, in milliseconds. */
function standsAfter(node: string, waits: readonly number[]): string {
  let at = 0
  return waits
    .map((wait, index) => `@${(at += wait)} ${node} shows role=candidate currentTerm=${index + 1}`)
    .join('\n')
}

describe('waits-in-range', () => {
  const claim = waitsInRange({ microsMin: 100_000, microsMax: 400_000 })
  const begin = 'nodes n1 n2\n @0 n1 shows role=follower currentTerm=0'

  test('holds within the range', () => {
    expect(judge(claim, `${begin}\n${standsAfter('n1', [100, 400, 250])}`)).toBeUndefined()
  })

  test('breaks when a node stands too soon, or too late', () => {
    expect(judge(claim, `${begin}\n${standsAfter('n1', [200, 50])}`)).toEqual({
      at: 'n1 shows role=candidate currentTerm=2',
      message: 'n1 heard nothing and stood for election only 0.05 s later.',
      related: ['n1 shows role=candidate currentTerm=1'],
      nodes: ['n1'],
    })
    expect(judge(claim, `${begin}\n${standsAfter('n1', [900])}`)?.message).toBe(
      'n1 heard nothing and stood for election not before 0.9 s later.',
    )
  })

  test.each(['n2 sends n1 Hello\n n1 receives 1', 'n1 pauses', 'n1 skews offset=1 drift=1'])(
    'says nothing of a wait that was disturbed: %s',
    (lines) => {
      expect(judge(claim, `${begin}\n${lines}\n${standsAfter('n1', [900])}`)).toBeUndefined()
    },
  )
})

describe('waits-are-random', () => {
  const begin =
    'nodes n1 n2\n @0 n1 shows role=follower currentTerm=0\n @0 n2 shows role=follower currentTerm=0'
  const waits = [150, 220, 170, 290, 180, 260, 155, 240]

  test('holds when waits differ, and when few of them are equal', () => {
    expect(judge(waitsAreRandom, `${begin}\n${standsAfter('n1', waits)}`)).toBeUndefined()
    const seven = standsAfter('n1', Array<number>(7).fill(200))
    expect(judge(waitsAreRandom, `${begin}\n${seven}`)).toBeUndefined()
  })

  test('breaks when one node always waits equally long', () => {
    const eight = standsAfter('n1', [170, ...Array<number>(8).fill(200)])
    expect(judge(waitsAreRandom, `${begin}\n${eight}`)).toMatchObject({
      at: 'n1 shows role=candidate currentTerm=9',
      message: 'n1 waited 0.2 s 8 times in a row.',
      nodes: ['n1'],
    })
  })

  test('breaks when two nodes wait by the same list', () => {
    const both = [...standsAfter('n1', waits).split('\n'), ...standsAfter('n2', waits).split('\n')]
      .sort((a, b) => Number(a.slice(1, 5)) - Number(b.slice(1, 5)))
      .join('\n')
    expect(judge(waitsAreRandom, `${begin}\n${both}`)).toMatchObject({
      message: 'n1 and n2 waited equally long each of 8 times: they stand together.',
      nodes: ['n1', 'n2'],
    })
  })
})

describe('votes-when-free', () => {
  const voted = `n2 shows role=follower currentTerm=1 votedFor=n1
    n1 sends n2 RequestVote term=1
    n2 receives 1`
  const refuses = 'n2 sends n1 RequestVoteReply term=1 voteGranted=false'

  test('holds when it grants, and when its vote is another node’s or the request is old', () => {
    expect(
      judge(votesWhenFree, `${voted}\n n2 sends n1 RequestVoteReply term=1 voteGranted=true`),
    ).toBeUndefined()
    expect(
      judge(votesWhenFree, `${voted.replace('For=n1', 'For=n3')}\n ${refuses}`),
    ).toBeUndefined()
    const later = voted.replace('currentTerm=1 votedFor=n1', 'currentTerm=2 votedFor=null')
    expect(judge(votesWhenFree, `${later}\n ${refuses}`)).toBeUndefined()
  })

  test.each([
    ['n1', voted],
    ['nobody', voted.replace('For=n1', 'For=null')],
    ['nobody', voted.replace('currentTerm=1 votedFor=n1', 'currentTerm=0 votedFor=n3')],
  ])('breaks when it refuses and has voted for %s', (whom, lines) => {
    expect(judge(votesWhenFree, `${lines}\n ${refuses}`)).toEqual({
      at: refuses,
      message: `n2 had voted for ${whom} in term 1, and refused n1 its vote.`,
      related: ['n2 receives 1'],
      nodes: ['n2', 'n1'],
    })
  })
})

describe('answers-in-own-term', () => {
  const shown = 'n2 shows role=follower currentTerm=3'

  test('holds for the own term, and says nothing of questions', () => {
    expect(
      judge(answersInOwnTerm, `${shown}\n n2 sends n1 AppendEntriesReply term=3 success=false`),
    ).toBeUndefined()
    expect(judge(answersInOwnTerm, `${shown}\n n2 sends n1 AppendEntries term=1`)).toBeUndefined()
  })

  test('breaks when the answer echoes the term of the question', () => {
    const answer = 'n2 sends n1 AppendEntriesReply term=1 success=false'
    expect(judge(answersInOwnTerm, `${shown}\n ${answer}`)).toEqual({
      at: answer,
      message: 'n2 answers n1 by the AppendEntriesReply of term 1, but is in term 3.',
      related: [],
      nodes: ['n2', 'n1'],
    })
  })
})
