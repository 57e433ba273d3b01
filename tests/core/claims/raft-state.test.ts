/** Claims about what a Raft node applies and counts, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  commitIndexGrows,
  indexesInOrder,
  lastAppliedGrows,
  wellFormedLog,
} from '../../../grader/core/check/raft/log-indexes.ts'
import {
  appliesInOrder,
  appliesOnlyCommitted,
  stateMachineSafety,
} from '../../../grader/core/check/raft/state-machine-safety.ts'
import { judge } from '../../support/traces/judge.ts'

describe('state-machine-safety', () => {
  test('holds when nodes apply the same, again after a start too', () => {
    expect(
      judge(
        stateMachineSafety(),
        `n1 applies index=1 command=a
         n2 applies index=1 command=a
         n1 crashes
         n1 restarts
         n1 applies index=1 command=a`,
      ),
    ).toBeUndefined()
  })

  test('breaks when two commands share an index', () => {
    expect(
      judge(
        stateMachineSafety(),
        `n1 applies index=1 command=a
         n1 applies index=2 command=b
         n3 applies index=2 command=c`,
      ),
    ).toEqual({
      at: 'n3 applies index=2 command=c',
      message: 'n3 applied "c" at index 2, where n1 had applied "b".',
      related: ['n1 applies index=2 command=b'],
      nodes: ['n1', 'n3'],
    })
  })

  test('counts where the value tells no index', () => {
    const counted = stateMachineSafety('counted')
    const start = 'n1 applies a\n n1 applies b\n n1 crashes\n n1 restarts\n n1 applies a'
    expect(judge(counted, `${start}\n n2 applies a`)).toBeUndefined()
    expect(judge(counted, `${start}\n n1 applies c`)?.message).toBe(
      'n1 applied "c" at index 2, where it had applied "b".',
    )
  })
})

describe('applies-in-order', () => {
  const claim = appliesInOrder()

  test('holds for one after the other, from the start again after a crash', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a,1:b
         n1 applies index=1 command=a
         n1 applies index=2 command=b
         n1 crashes
         n1 restarts
         n1 shows log=1:a,1:b
         n1 applies index=1 command=a`,
      ),
    ).toBeUndefined()
  })

  test('holds for a node that goes on behind a snapshot', () => {
    expect(
      judge(
        claim,
        `n1 shows log=1:a
         n1 applies index=1 command=a
         n1 shows log=1:g snapshotIndex=6 snapshotTerm=1 commitIndex=7
         n1 applies index=7 command=g`,
      ),
    ).toBeUndefined()
  })

  test.each([
    ['index=1 command=a', 'n1 applied index 1 where index 2 was next.'],
    ['index=3 command=c', 'n1 applied index 3 where index 2 was next.'],
  ])('breaks at %s after index 1', (next, message) => {
    expect(
      judge(claim, `n1 shows log=1:a\n n1 applies index=1 command=a\n n1 applies ${next}`),
    ).toEqual({
      at: `n1 applies ${next}`,
      message,
      related: ['n1 applies index=1 command=a'],
      nodes: ['n1'],
    })
  })
})

describe('applies-only-committed', () => {
  const claim = appliesOnlyCommitted()
  const shown = 'n1 shows log=1:a,1:b commitIndex=1'

  test('holds for a committed entry, also when a snapshot replaced it at once', () => {
    expect(judge(claim, `${shown}\n n1 applies index=1 command=a`)).toBeUndefined()
    expect(
      judge(
        claim,
        `${shown}\n n1 shows log=1:b snapshotIndex=1 snapshotTerm=1\n n1 applies index=1 command=a`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the entry is not committed yet', () => {
    expect(judge(claim, `${shown}\n n1 applies index=2 command=b`)).toEqual({
      at: 'n1 applies index=2 command=b',
      message: 'n1 applied index 2 while its commitIndex was 1.',
      related: [shown],
      nodes: ['n1'],
    })
  })

  test('breaks when the log says otherwise', () => {
    expect(judge(claim, `${shown}\n n1 applies index=1 command=z`)?.message).toBe(
      'n1 applied "z" at index 1, where its log has "a".',
    )
  })

  test('counts where the value tells no index', () => {
    const counted = appliesOnlyCommitted('counted')
    expect(judge(counted, `${shown}\n n1 applies a`)).toBeUndefined()
    expect(judge(counted, `${shown}\n n1 applies a\n n1 applies b`)?.at).toBe('n1 applies b')
  })
})

describe('indexes', () => {
  test('may fall back in a crash only', () => {
    const script = `n1 shows log=1:a,1:b commitIndex=2 lastApplied=2
      n1 crashes
      n1 restarts
      n1 shows log=1:a,1:b commitIndex=0 lastApplied=0`
    expect(judge(commitIndexGrows(), script)).toBeUndefined()
    expect(judge(lastAppliedGrows(), script)).toBeUndefined()
  })

  test('break when they fall back while the node runs', () => {
    const script = `n1 shows log=1:a,1:b commitIndex=2 lastApplied=2
      n1 shows commitIndex=1
      n1 shows lastApplied=0`
    expect(judge(commitIndexGrows(), script)).toEqual({
      at: 'n1 shows commitIndex=1',
      message: 'n1 took its commitIndex back from 2 to 1.',
      related: ['n1 shows log=1:a,1:b commitIndex=2 lastApplied=2'],
      nodes: ['n1'],
    })
    expect(judge(lastAppliedGrows(), script)).toMatchObject({
      at: 'n1 shows lastApplied=0',
      message: 'n1 took its lastApplied back from 2 to 0.',
    })
  })

  test('hold in order', () => {
    expect(
      judge(
        indexesInOrder(),
        `n1 shows log=1:a,1:b commitIndex=2 lastApplied=1
         n1 shows log=1:b snapshotIndex=1 snapshotTerm=1`,
      ),
    ).toBeUndefined()
  })

  test.each([
    ['log=1:a commitIndex=2', 'n1 has commitIndex 2, but its log ends at index 1.'],
    [
      'log=1:a,1:b commitIndex=1 lastApplied=2',
      'n1 has applied up to index 2, but its commitIndex is 1.',
    ],
    [
      'log=1:c snapshotIndex=2 snapshotTerm=1 commitIndex=1 lastApplied=1',
      'n1 has a snapshot up to index 2, but its commitIndex is 1.',
    ],
  ])('break for %s', (fields, message) => {
    expect(judge(indexesInOrder(), `n1 shows ${fields}`)).toEqual({
      at: `n1 shows ${fields}`,
      message,
      related: [],
      nodes: ['n1'],
    })
  })
})

describe('well-formed-log', () => {
  test('holds for entries and whole numbers, and for what is not shown yet', () => {
    expect(
      judge(wellFormedLog(), 'n1 shows log=-\n n1 shows log=1:a commitIndex=1'),
    ).toBeUndefined()
  })

  test.each([
    ['role=follower', 'n1 shows no "log"; its class should extend the one that this step imports.'],
    ['log=7', 'n1 shows 7 as "log", which should be a list of entries.'],
    [
      'log=[{"command":"a"}]',
      'n1 shows an entry without a term at index 1, which should be { term, command }.',
    ],
    ['log=- commitIndex="1"', 'n1 shows "1" as "commitIndex", which should be a whole number.'],
    ['log=- lastApplied=1.5', 'n1 shows 1.5 as "lastApplied", which should be a whole number.'],
  ])('breaks for %s', (fields, message) => {
    expect(judge(wellFormedLog(), `n1 shows ${fields}`)).toEqual({
      at: `n1 shows ${fields}`,
      message,
      related: [],
      nodes: ['n1'],
    })
  })
})
