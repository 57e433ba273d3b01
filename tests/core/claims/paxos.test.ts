/** Claims about single-decree Paxos, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  acceptorPromisesAreDurable,
  acceptsOnlyWhatItMay,
  promisesAreKept,
} from '../../../grader/core/check/agreement/acceptors.ts'
import {
  decidesOnlyChosen,
  oneValueChosen,
  oneValuePerBallot,
} from '../../../grader/core/check/agreement/chosen-values.ts'
import {
  decidesOnlyProposed,
  decisionStays,
  decisionsAgree,
} from '../../../grader/core/check/agreement/decisions.ts'
import { compareBallots } from '../../../grader/core/check/agreement/paxos-view.ts'
import { judge } from '../../support/traces/judge.ts'

/** `n1 accepts value in ballot`, and lets others know. */
function accepts(node: string, ballot: number, value: string): string {
  return `${node} shows promised=${ballot} accepted={"ballot":${ballot},"value":"${value}"}
    ${node} sends n1 Accepted`
}

describe('ballots', () => {
  test.each([
    [1, 2],
    [null, 0],
    [
      [1, 'n2'],
      [2, 'n1'],
    ],
    [
      [2, 'n1'],
      [2, 'n2'],
    ],
    [
      { round: 9, node: 'n3' },
      { node: 'n1', round: 10 },
    ],
  ])('%j comes before %j', (a, b) => {
    expect(Math.sign(compareBallots(a, b))).toBe(-1)
    expect(Math.sign(compareBallots(b, a))).toBe(1)
    expect(compareBallots(a, a)).toBe(0)
  })
})

describe('promises-are-kept', () => {
  const claim = promisesAreKept()

  test('holds while ballots grow, whichever field shows it', () => {
    expect(
      judge(
        claim,
        `n1 shows promised=[1,"n1"] accepted=null
         n1 shows promised=[1,"n2"]
         n1 shows accepted={"ballot":[2,"n1"],"value":"x"}
         n1 shows promised=[3,"n1"]`,
      ),
    ).toBeUndefined()
  })

  test('holds when a crash takes what nobody had heard of', () => {
    expect(
      judge(
        claim,
        'n1 shows promised=1\n n1 shows promised=2\n n1 crashes\n n1 restarts\n n1 shows promised=null',
      ),
    ).toBeUndefined()
  })

  test('breaks when a promise is forgotten in a crash', () => {
    expect(
      judge(
        claim,
        'n1 shows promised=4\n n1 sends n2 Promise\n n1 crashes\n n1 restarts\n n1 shows promised=null',
      ),
    ).toEqual({
      at: 'n1 shows promised=null',
      message: 'n1 was bound by ballot 4 and now by none.',
      related: ['n1 shows promised=4'],
      nodes: ['n1'],
    })
  })

  test('breaks when an accepted value is forgotten', () => {
    expect(
      judge(claim, `${accepts('n1', 2, 'x')}\n n1 shows promised=3 accepted=null`)?.message,
    ).toBe('n1 had accepted a value in ballot 2 and forgot it.')
  })
})

describe('accepts-only-what-it-may', () => {
  const claim = acceptsOnlyWhatItMay()

  test('holds for the promised ballot and for a higher one', () => {
    expect(
      judge(claim, `n2 shows promised=2\n ${accepts('n2', 2, 'x')}\n ${accepts('n2', 3, 'y')}`),
    ).toBeUndefined()
  })

  test('breaks below the promise', () => {
    expect(
      judge(claim, 'n2 shows promised=5\n n2 shows accepted={"ballot":3,"value":"x"}'),
    ).toEqual({
      at: 'n2 shows accepted={"ballot":3,"value":"x"}',
      message: 'n2 accepted "x" in ballot 3 although it was bound by ballot 5.',
      related: ['n2 shows promised=5'],
      nodes: ['n2'],
    })
  })

  test('breaks below an accepted ballot, when accepting did not raise the promise', () => {
    expect(
      judge(
        claim,
        `n2 shows promised=4 accepted={"ballot":5,"value":"v"}
         n2 shows accepted={"ballot":4,"value":"w"}`,
      )?.message,
    ).toBe('n2 accepted "w" in ballot 4 although it was bound by ballot 5.')
  })
})

describe('acceptor-promises-are-durable', () => {
  const claim = acceptorPromisesAreDurable()
  const start = 'n1 shows promised=null accepted=null\n n1 shows promised=1'

  test('holds when it is synced before, or when nothing is promised', () => {
    expect(
      judge(claim, `${start}\n n1 writes p 1\n n1 syncs\n n1 sends n2 Promise`),
    ).toBeUndefined()
    expect(judge(claim, `${start}\n n1 sends n2 Promise ok=false`)).toBeUndefined()
  })

  test('breaks when the promise leaves first', () => {
    expect(judge(claim, `${start}\n n1 sends n2 Promise\n n1 writes p 1`)).toEqual({
      at: 'n1 sends n2 Promise',
      message: 'n1 sends its promise to n2 while its change of promised is not written.',
      related: ['n1 shows promised=1'],
      nodes: ['n1', 'n2'],
    })
  })
})

describe('one-value-per-ballot', () => {
  const claim = oneValuePerBallot()

  test('holds for one value in a ballot and another in the next', () => {
    expect(
      judge(
        claim,
        `${accepts('n1', 1, 'x')}\n ${accepts('n2', 1, 'x')}\n ${accepts('n2', 2, 'y')}`,
      ),
    ).toBeUndefined()
  })

  test('breaks when two proposers share a ballot', () => {
    expect(judge(claim, `${accepts('n1', 1, 'x')}\n ${accepts('n2', 1, 'y')}`)).toMatchObject({
      message: 'In ballot 1, n1 accepted "x" and n2 accepted "y".',
      related: ['n1 shows promised=1 accepted={"ballot":1,"value":"x"}'],
      nodes: ['n1', 'n2'],
    })
  })
})

describe('one-value-chosen', () => {
  const claim = oneValueChosen()
  const chosen = `${accepts('n1', 1, 'x')}\n ${accepts('n2', 1, 'x')}`

  test('holds when a later ballot chooses the same', () => {
    expect(
      judge(claim, `${chosen}\n ${accepts('n2', 2, 'x')}\n ${accepts('n3', 2, 'x')}`),
    ).toBeUndefined()
  })

  test('holds when votes of different ballots do not add up', () => {
    expect(
      judge(
        claim,
        `${accepts('n1', 1, 'x')}\n ${accepts('n2', 2, 'x')}\n ${accepts('n3', 3, 'y')}\n ${accepts('n1', 3, 'y')}`,
      ),
    ).toBeUndefined()
  })

  test('breaks when another majority chooses another value, before anybody learns of it', () => {
    expect(judge(claim, `${chosen}\n ${accepts('n3', 2, 'y')}\n ${accepts('n1', 2, 'y')}`)).toEqual(
      {
        at: 'n1 sends n1 Accepted',
        message: 'n1, n2 chose "x" in ballot 1, and n3, n1 chose "y" in ballot 2.',
        related: [
          'n2 shows promised=1 accepted={"ballot":1,"value":"x"}',
          'n1 shows promised=2 accepted={"ballot":2,"value":"y"}',
        ],
        nodes: ['n1', 'n3'],
      },
    )
  })

  test('does not count an acceptance that a crash took before it was told', () => {
    expect(
      judge(
        claim,
        `${accepts('n1', 1, 'x')}
         n2 shows promised=1 accepted={"ballot":1,"value":"x"}
         n2 crashes
         n2 restarts
         n2 shows promised=null accepted=null
         ${accepts('n2', 2, 'y')}
         ${accepts('n3', 2, 'y')}`,
      ),
    ).toBeUndefined()
  })
})

describe('decides-only-chosen', () => {
  const claim = decidesOnlyChosen()

  test('holds once a majority accepted it, the own acceptance just shown included', () => {
    expect(
      judge(
        claim,
        `${accepts('n2', 1, 'x')}
         n1 shows promised=1 accepted={"ballot":1,"value":"x"} decided="x"
         n1 applies x`,
      ),
    ).toBeUndefined()
  })

  test('breaks when a single acceptor was asked', () => {
    expect(judge(claim, `${accepts('n2', 1, 'x')}\n n3 applies x`)).toEqual({
      at: 'n3 applies x',
      message: 'n3 decided "x", which at most 1 of 3 acceptors had accepted in one ballot.',
      related: [],
      nodes: ['n3'],
    })
  })

  test('breaks when acceptances of two ballots were added up', () => {
    expect(
      judge(claim, `${accepts('n1', 1, 'x')}\n ${accepts('n2', 2, 'x')}\n n3 shows decided="x"`)
        ?.at,
    ).toBe('n3 shows decided="x"')
  })
})

describe('decisions', () => {
  test('agree, also of nodes that crash', () => {
    expect(judge(decisionsAgree(), 'n1 applies x\n n2 shows decided="x"')).toBeUndefined()
    expect(judge(decisionsAgree(), 'n1 applies x\n n1 crashes\n n2 applies y')).toEqual({
      at: 'n2 applies y',
      message: 'n1 decided "x" and n2 decided "y".',
      related: ['n1 applies x'],
      nodes: ['n1', 'n2'],
    })
  })

  test('are of proposed values', () => {
    const asked = 'c1 asks n1 value=x\n c2 asks n1 "y"'
    expect(judge(decidesOnlyProposed(), `${asked}\n n1 applies x\n n2 applies y`)).toBeUndefined()
    expect(judge(decidesOnlyProposed(), `${asked}\n n1 applies z`)).toEqual({
      at: 'n1 applies z',
      message: 'n1 decided "z", which no client had proposed.',
      related: [],
      nodes: ['n1'],
    })
  })

  test('stay', () => {
    const decided = 'n1 shows decided=null\n n1 shows decided="x"'
    expect(
      judge(
        decisionStays(),
        `${decided}\n n1 applies x\n n1 crashes\n n1 restarts\n n1 shows decided=null`,
      ),
    ).toBeUndefined()
    expect(judge(decisionStays(), `${decided}\n n1 shows decided=null`)).toEqual({
      at: 'n1 shows decided=null',
      message: 'n1 had decided "x" and now shows null.',
      related: ['n1 shows decided="x"'],
      nodes: ['n1'],
    })
    expect(judge(decisionStays(), 'n1 applies x\n n1 applies x')?.message).toBe(
      'n1 decided a second time.',
    )
  })
})
