/** Claims about replicated data types, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  addWins,
  answersAtOnce,
  countsEachOnce,
  isCounterUpdate,
  keepsSiblings,
  mergeLaws,
  messagesStaySmall,
  readsWhatItShows,
  removedForGood,
  removesWhatItSaw,
  replacesWhatItSaw,
  stateStaysSmall,
  strongConvergence,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

const OVER = '\n@900 end'

describe('what a replica knows', () => {
  const claim = countsEachOnce()
  const asked = 'c1 asks n1 op=increment by=2\n n1 takes 1\n n1 shows shown=2'

  test('is its own updates and those that whole states brought', () => {
    const gossip = `${asked}\n n1 replies 1 ok\n n1 ticks t\n n1 sends n2 State`
    expect(judge(claim, `${gossip}\n n2 receives 1\n n2 shows shown=2${OVER}`)).toBeUndefined()
    expect(judge(claim, `${gossip}\n n2 receives 1\n n2 shows shown=0${OVER}`)).toMatchObject({
      at: 'n2 shows shown=0',
      message: 'n2 shows 0, but the updates that it should know make 2.',
      related: ['n1 takes 1'],
      nodes: ['n2'],
    })
  })

  test('may be less than what smaller messages tell of, and never more', () => {
    const hint = `${asked}\n n1 replies 1 ok\n n1 ticks t\n n1 sends n2 Hint\n n2 receives 1`
    for (const shown of [0, 2]) {
      expect(judge(claim, `${hint}\n n2 shows shown=${shown}${OVER}`)).toBeUndefined()
    }
    expect(judge(claim, `${hint}\n n2 shows shown=3${OVER}`)?.at).toBe('n2 shows shown=3')
  })

  test('shrinks in a crash to what was acknowledged here', () => {
    const heard = `n1 shows shown=0\n${asked}\n n1 replies 1 ok\n n1 ticks t\n n1 sends n2 State\n n2 receives 1\n n2 shows shown=2`
    expect(
      judge(claim, `${heard}\n n2 crashes\n n2 restarts\n n2 shows shown=0${OVER}`),
    ).toBeUndefined()
    expect(judge(claim, `${heard}\n n1 crashes\n n1 restarts\n n1 shows shown=0${OVER}`)?.at).toBe(
      'n1 shows shown=0',
    )
  })

  test('may be an update whose answer a crash took away', () => {
    for (const shown of [0, 2]) {
      const cut = `${asked}\n n1 crashes\n n1 restarts\n n1 shows shown=${shown}${OVER}`
      expect(judge(claim, cut)).toBeUndefined()
    }
  })
})

describe('sets', () => {
  const added = `c1 asks n1 op=add element=a
    n1 takes 1
    n1 shows shown=["a"]
    n1 replies 1 ok`
  const elsewhere = `c2 asks n2 op=remove element=a
    n2 takes 2
    n2 replies 2 ok
    n2 ticks t
    n2 sends n1 State
    n1 receives 1`

  test('a removal that had not heard of the addition takes nothing away', () => {
    const kept = `${added}\n n2 shows shown=[]\n ${elsewhere}${OVER}`
    expect(judge(addWins(), kept)).toBeUndefined()
    expect(judge(removedForGood(), kept)).toBeUndefined()
    expect(judge(removesWhatItSaw(), kept)).toBeUndefined()
    const gone = `${added}\n n2 shows shown=[]\n ${elsewhere}\n n1 shows shown=[]${OVER}`
    expect(judge(addWins(), gone)?.at).toBe('n1 shows shown=[]')
  })

  test('one that had heard of it does', () => {
    const heard = `${added}\n n1 ticks t\n n1 sends n2 State\n n2 receives 1\n n2 shows shown=["a"]`
    const removed = `${heard}\n ${elsewhere.replaceAll('receives 1', 'receives 2')}`
    expect(judge(removedForGood(), `${removed}${OVER}`)).toBeDefined()
    expect(judge(removesWhatItSaw(), `${removed}${OVER}`)).toBeDefined()
    const right = removed
      .replace('n2 replies 2 ok', 'n2 shows shown=[]\n n2 replies 2 ok')
      .concat(`\n n1 shows shown=[]${OVER}`)
    for (const claim of [addWins(), removedForGood(), removesWhatItSaw()]) {
      expect(judge(claim, right)).toBeUndefined()
    }
  })

  test('an addition anew is another one', () => {
    const again = `${added}
      c1 asks n1 op=remove element=a
      n1 takes 2
      n1 shows shown=[]
      n1 replies 2 ok
      c1 asks n1 op=add element=a
      n1 takes 3
      n1 shows shown=["a"]
      n1 replies 3 ok${OVER}`
    expect(judge(addWins(), again)).toBeUndefined()
    expect(judge(removesWhatItSaw(), again)).toBeUndefined()
    expect(judge(removedForGood(), again)).toBeDefined()
  })
})

describe('registers', () => {
  const both = `n2 shows shown=["x"]
    c1 asks n1 op=write value=a
    n1 takes 1
    n1 shows shown=["a"]
    n1 replies 1 ok
    n1 ticks t
    n1 sends n2 State`
  const second = (at: number) => `c2 asks n2 op=write value=b
    n2 takes 2
    n2 shows shown=["b"]
    n2 replies 2 ok
    n2 ticks t${at}`

  test('a write that knew of the other replaces it', () => {
    const after = `${both}\n n2 receives 1\n n2 shows shown=["a"]\n ${second(1)}`
    expect(judge(keepsSiblings(), `${after}${OVER}`)).toBeUndefined()
    expect(judge(replacesWhatItSaw(), `${after}\n n2 shows shown=["a","b"]${OVER}`)).toMatchObject({
      message: 'n2 shows "a", but has "b" too, which n2 wrote when it knew of "a".',
      related: ['n1 takes 1', 'n2 takes 2'],
    })
  })

  test('one that did not stands beside it', () => {
    const concurrent = `${both}\n ${second(1)}\n n2 receives 1`
    expect(
      judge(keepsSiblings(), `${concurrent}\n n2 shows shown=["b","a"]${OVER}`),
    ).toBeUndefined()
    expect(
      judge(replacesWhatItSaw(), `${concurrent}\n n2 shows shown=["b","a"]${OVER}`),
    ).toBeUndefined()
    expect(judge(keepsSiblings(), `${concurrent}\n n2 shows shown=["b"]${OVER}`)?.message).toBe(
      'n2 shows ["b"] without "a", which no write that it has heard of knew.',
    )
  })
})

describe('strong-convergence by what was heard', () => {
  const claim = strongConvergence({
    state: 'shown',
    seen: { kind: 'heard', isUpdate: isCounterUpdate },
  })
  const told = `n1 shows shown=0
    n2 shows shown=0
    c1 asks n1 op=increment by=2
    n1 takes 1
    n1 shows shown=2
    n1 replies 1 ok
    n1 ticks t
    n1 sends n2 State`

  test('compares replicas that have the same', () => {
    expect(judge(claim, `${told}\n n3 ticks t${OVER}`)).toBeUndefined()
    expect(judge(claim, `${told}\n n2 receives 1\n n2 shows shown=2${OVER}`)).toBeUndefined()
    expect(judge(claim, `${told}\n n2 receives 1\n n2 shows shown=3${OVER}`)?.message).toBe(
      'n1 and n2 have the same updates (1 of them), but n1 shows 2 and n2 shows 3.',
    )
  })
})

describe('answers-at-once', () => {
  const asked = 'c1 asks n1 op=increment by=2\n n1 takes 1'

  test('holds for an answer in the same handler, and for a crash in its middle', () => {
    expect(
      judge(answersAtOnce, `${asked}\n n1 syncs\n n1 replies 1 ok\n n1 ticks t`),
    ).toBeUndefined()
    expect(judge(answersAtOnce, `${asked}\n n1 syncs\n n1 crashes\n n2 ticks t`)).toBeUndefined()
  })

  test('breaks for silence, for a later answer, and for a refusal', () => {
    for (const rest of [
      'n2 ticks t',
      'n1 ticks t\n n1 replies 1 ok',
      'n1 replies 1 fail\n n2 ticks t',
    ]) {
      expect(judge(answersAtOnce, `${asked}\n ${rest}`)).toMatchObject({
        at: 'n1 takes 1',
        message: 'n1 was asked for increment by 2 and did not carry it out in that moment.',
      })
    }
  })
})

test('reads-what-it-shows does not mind the order of a list', () => {
  const read = 'n1 shows shown=["a","b"]\n c1 asks n1 op=read\n n1 takes 1'
  expect(judge(readsWhatItShows, `${read}\n n1 replies 1 ok ["b","a"]`)).toBeUndefined()
  expect(judge(readsWhatItShows, `${read}\n n1 replies 1 ok ["b"]`)).toBeDefined()
})

describe('merge-laws', () => {
  const claim = mergeLaws({ lists: 'as-sets' })
  const table = (answer: unknown) =>
    `c1 asks n1 op=laws\n n1 takes 1\n n1 replies 1 ok ${JSON.stringify(answer)}`
  const none = { updates: [], changed: [] }

  test('hold for a maximum, and where nothing was tried', () => {
    const merges = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b, Math.max(a, b)]))
    expect(judge(claim, table({ states: [0, 1, 2], initial: 0, merges, ...none }))).toBeUndefined()
    expect(judge(claim, table({ states: [0, 1], initial: 0, merges: [], ...none }))).toBeUndefined()
  })

  test('name the smallest pair that does not commute', () => {
    const merges = [
      [0, 0, 0],
      [1, 1, 1],
      [0, 1, 1],
      [1, 0, 0],
    ]
    const message = judge(
      claim,
      table({ states: ['a', 'b'], initial: 0, merges, ...none }),
    )?.message
    expect(message).toMatch(/^On n1 merging is not commutative: merge\("[ab]", "[ab]"\) gives/)
  })

  test('take lists for sets, and texts as they are', () => {
    const states = [[], ['a', 'b'], ['b', 'a'], ['c']]
    const merges = [
      [1, 1, 1],
      [2, 2, 2],
      [1, 2, 1],
      [2, 1, 2],
    ]
    expect(judge(claim, table({ states, initial: 0, merges, ...none }))).toBeUndefined()
    expect(
      judge(mergeLaws({ lists: 'in-order' }), table({ states, initial: 0, merges, ...none }))
        ?.message,
    ).toContain('merge(["a","b"], ["b","a"]) gives')
  })

  test('see an argument that was changed, and an update that goes down', () => {
    const changed = [{ argument: 0, into: 1 }]
    expect(
      judge(claim, table({ states: [0, 1], initial: 0, merges: [], updates: [], changed }))
        ?.message,
    ).toBe('merge changed its argument 0 into 1; it must make a new state.')
    const updates = [{ label: 'increment 1', before: 1, after: 0 }]
    const merges = [[1, 0, 1]]
    expect(
      judge(claim, table({ states: [0, 1], initial: 0, merges, updates, changed: [] }))?.message,
    ).toBe(
      'On n1 an update does not only add: "increment 1" turns 1 into 0, and merging 1 undoes that: it gives 1.',
    )
  })

  test('ask for the table itself, whatever was answered', () => {
    for (const answer of [
      null,
      7,
      { states: [] },
      { ...none, states: [], initial: 0, merges: [1] },
    ]) {
      expect(judge(claim, table(answer))?.message).toBe(
        'n1 was asked to try its merge, and did not: leave `onRequest` to the kit, and write `onCommand`.',
      )
    }
  })
})

test('state-stays-small counts what is shown, and the nodes', () => {
  const claim = stateStaysSmall({ emptyMax: 4, perNodeMax: 1, perNodeAndElementMax: 2 })
  const state = (length: number) => `"${'x'.repeat(length - 2)}"`
  expect(judge(claim, `n1 shows shown=[] state=${state(7)}`)).toBeUndefined()
  expect(judge(claim, `n1 shows shown=["a"] state=${state(13)}`)).toBeUndefined()
  expect(judge(claim, `n1 shows shown=["a"] state=${state(14)}`)?.message).toBe(
    'The state of n1 shows 1 elements and is 14 characters long; 13 are enough.',
  )
})

test('messages-stay-small reads the text of a message', () => {
  const text = JSON.stringify({ type: 'Delta', text: 'abc' })
  const sent = 'n1 sends n2 Delta text=abc'
  expect(judge(messagesStaySmall(text.length), sent)).toBeUndefined()
  expect(judge(messagesStaySmall(text.length - 1), sent)?.at).toBe(sent)
})
