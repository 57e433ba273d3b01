/** Claims about stores of N, R and W, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  acknowledgedByEnough,
  acknowledgedWritesStay,
  answersInTime,
  availableWithQuorum,
  hintsAreForgotten,
  historyOf,
  messagesInBounds,
  oneVersionPerWrite,
  reachesAllReplicas,
  readsRepair,
  requestsSucceed,
  storeIsAsGiven,
} from '#core'
import { judge } from '../../support/traces/judge.ts'
import { traceOf } from '../../support/traces/trace-script.ts'

const replicasOf = (_key: string, nodes: readonly string[]) => nodes
const withinMicros = 100_000

/** A node shows `x` with a value of this time. */
function keeps(node: string, value: string, time: number): string {
  return `${node} shows copies={"x":{"value":"${value}","version":{"time":${time},"writer":"n1"}}}`
}

const PUT = 'c1 asks n1 op=put key=x value=a\n n1 takes 1\n'

describe('acknowledged-writes-stay', () => {
  const claim = acknowledgedWritesStay({ count: 2, replicasOf })
  const empty = ['n1', 'n2', 'n3'].map((node) => `${node} shows copies={}\n`).join('')

  test('holds when two have it, and when a newer one takes its place', () => {
    const stored = `${keeps('n1', 'a', 5)}\n ${keeps('n3', 'a', 5)}\n n1 replies 1 ok null\n`
    expect(judge(claim, `${empty}${PUT}${stored} ${keeps('n3', 'b', 6)}\n end`)).toBeUndefined()
  })

  test('counts a replica that is down, because it may have it', () => {
    const stored = `${keeps('n1', 'a', 5)}\n n3 crashes\n n1 replies 1 ok null`
    expect(judge(claim, `${empty}${PUT}${stored}`)).toBeUndefined()
    expect(
      judge(claim, `${empty}${PUT}${stored}\n n3 restarts\n n3 shows copies={}`),
    ).toMatchObject({
      at: 'n3 shows copies={}',
      related: ['n1 replies 1 ok null'],
      nodes: ['n2', 'n3'],
    })
  })

  test('breaks at the answer that came too early', () => {
    const found = judge(claim, `${empty}${PUT}${keeps('n1', 'a', 5)}\n n1 replies 1 ok null`)
    expect(found?.message).toContain('only 1 replica may hold it')
    expect(found?.nodes).toEqual(['n2', 'n3'])
  })

  test('promises nothing for a put whose outcome nobody knows', () => {
    expect(judge(claim, `${empty}${PUT}n1 replies 1 ok unknown`)).toBeUndefined()
  })

  test('an older write that nobody keeps is as good as overwritten', () => {
    const newer = `${keeps('n1', 'b', 9)}\n ${keeps('n2', 'b', 9)}\n n1 replies 1 ok null`
    expect(judge(claim, `${empty}${PUT}${newer}`)).toBeUndefined()
  })
})

describe('one-version-per-write', () => {
  test.each([
    ['a value with two versions', keeps('n2', 'a', 6), 'had it as version 5 of n1'],
    ['a version with two values', keeps('n2', 'b', 5), 'which n3 had given "a"'],
  ])('breaks at %s', (_, line, message) => {
    const found = judge(oneVersionPerWrite(), `${keeps('n3', 'a', 5)}\n ${line}`)
    expect(found?.message).toContain(message)
    expect(judge(oneVersionPerWrite(), `${line}\n ${keeps('n3', 'c', 7)}`)).toBeUndefined()
  })
})

test('one-version-per-write lets a writer forget what it had told nobody', () => {
  const forgotten = `${keeps('n1', 'a', 5)}\n n1 crashes\n n1 restarts\n ${keeps('n1', 'b', 5)}`
  expect(judge(oneVersionPerWrite(), forgotten)).toBeUndefined()
  expect(judge(oneVersionPerWrite(), `${keeps('n2', 'a', 5)}\n ${forgotten}`)).toBeDefined()
})

test('acknowledged-by-enough counts nodes that keep a hint', () => {
  const claim = acknowledgedByEnough({ count: 2 })
  const copy = '{"value":"a","version":{"time":5,"writer":"n1"}}'
  const none = ['n1', 'n2', 'n3'].map((node) => `${node} shows copies={} hints=[]\n`).join('')
  const start = `${none}${PUT}n1 shows copies={"x":${copy}}\n`
  expect(judge(claim, `${start}n1 replies 1 ok null`)?.nodes).toEqual(['n1'])
  const hint = `n3 shows hints=[{"for":"n2","key":"x","copy":${copy}}]\n`
  expect(judge(claim, `${start}${hint}n1 replies 1 ok null`)).toBeUndefined()
  const older = hint.replace('5', '4').replace('"a"', '"z"')
  expect(judge(claim, `${start}${older}n1 replies 1 ok null`)?.nodes).toEqual(['n1'])
})

describe('hints-are-forgotten', () => {
  const claim = hintsAreForgotten({ withinMicros })
  const shows = (hints: string) => `n1 shows hints=[${hints}]`
  const x = '{"for":"n2","key":"x"}'
  const newer = '{"for":"n2","key":"x","copy":{"value":"b"}}'
  const y = '{"for":"n2","key":"y"}'
  const due = '@110 n2 ticks x'

  test.each([
    ['a write that has just begun', `@90 ${shows(x)}`],
    ['one hint after the other', `@20 ${shows(x)}\n@80 ${shows(y)}`],
    ['the same hint, taken up anew', `${shows(x)}\n@80 ${shows('')}\n@81 ${shows(x)}`],
    ['a restart', `${shows(x)}\n@80 n1 crashes\n@81 n1 restarts\n@82 ${shows(x)}`],
  ])('lets a node keep the hints of %s', (_, lines) => {
    expect(judge(claim, `liveness\n${lines}\n${due}`)).toBeUndefined()
  })

  test.each([
    ['since the heal', shows(x), 1],
    ['though newer values replace it', `@20 ${shows(x)}\n@90 ${shows(`${newer},${y}`)}`, 1],
    ['two of them', shows(`${x},${y}`), 2],
  ])('blames who keeps a hint %s', (_, lines, count) => {
    const found = judge(claim, `liveness\n${lines}\n${due}`)
    expect(found).toMatchObject({ nodes: ['n1'] })
    expect(found?.message).toContain(count === 1 ? '1 hint.' : `${count} hints.`)
  })
})

describe('answers-in-time', () => {
  const claim = answersInTime({ withinMicros })

  test.each([
    ['refused', 'n1 replies 1 fail no'],
    ['given up', 'n1 replies 1 ok unknown'],
    ['excused by a crash', 'n1 crashes'],
    ['excused by a pause', 'n1 pauses'],
  ])('holds for a request that is %s', (_, line) => {
    expect(judge(claim, `${PUT}${line}\n @500 end`)).toBeUndefined()
  })

  test('breaks when the client alone has given up', () => {
    expect(judge(claim, `${PUT}c1 gets 1 info\n @150 n2 ticks x`)).toMatchObject({ nodes: ['n1'] })
  })
})

describe('available-with-quorum', () => {
  const claim = availableWithQuorum({
    withinMicros,
    needs: (_, nodes) => ({ count: 2, among: nodes }),
  })

  test('asks nothing on a side that is too small, or becomes so meanwhile', () => {
    expect(judge(claim, `cut 1: n1 | n2 n3\n ${PUT}n1 replies 1 ok unknown`)).toBeUndefined()
    expect(judge(claim, `${PUT}cut 1: n1 > n2 n3\n n1 replies 1 ok unknown`)).toBeUndefined()
    expect(judge(claim, `${PUT}n2 crashes\n n3 pauses\n @500 end`)).toBeUndefined()
  })

  test('breaks when it gives up, or is late, with enough replicas within reach', () => {
    const cut = 'cut 1: n1 n2 | n3\n'
    expect(judge(claim, `${cut}${PUT}n1 replies 1 ok unknown`)?.message).toContain('given it up')
    expect(judge(claim, `${cut}${PUT}@150 n2 ticks x`)?.message).toContain('could reach n1, n2')
    expect(judge(claim, `${cut}${PUT}n1 replies 1 ok null\n @150 end`)).toBeUndefined()
  })
})

test('messages-in-bounds counts requests and time', () => {
  const claim = messagesInBounds({ perRequestMax: 1, perSecondMax: 2 })
  const send = 'n1 sends n2 Fetch id=1\n'
  expect(judge(claim, send.repeat(3))).toBeUndefined()
  expect(judge(claim, send.repeat(4))?.message).toBe(
    'the nodes have sent 4 messages in 0.004 s, for 0 requests.',
  )
  expect(judge(claim, PUT + send.repeat(4))).toBeUndefined()
  expect(judge(claim, `${send.repeat(3)}@600 ${send}`)).toBeUndefined()
})

describe('replicas that catch up', () => {
  const stored = `n2 shows copies={}\n ${keeps('n1', 'a', 5)}\n ${keeps('n3', 'a', 5)}\n`

  test('reads-repair judges the healthy end only', () => {
    const claim = readsRepair({ withinMicros, replicasOf })
    const read = 'c1 asks n1 op=get key=x\n n1 takes 1\n n1 replies 1 ok a\n'
    expect(judge(claim, `${stored}${read}@500 end`)).toBeUndefined()
    expect(judge(claim, `${stored}liveness\n ${read}@500 end`)).toMatchObject({ nodes: ['n2'] })
    expect(
      judge(claim, `${stored}liveness\n ${read}${keeps('n2', 'b', 6)}\n @500 end`),
    ).toBeUndefined()
  })

  test('reaches-all-replicas judges what was acknowledged before the heal', () => {
    const claim = reachesAllReplicas({ withinMicros, replicasOf })
    const acknowledged = `${stored}${PUT}n1 replies 1 ok null\n liveness\n`
    expect(judge(claim, `${acknowledged}@500 end`)?.message).toContain('n2 does not have it')
    expect(judge(claim, `${acknowledged}${keeps('n2', 'a', 5)}\n @500 end`)).toBeUndefined()
    expect(
      judge(claim, `${stored}${PUT}liveness\n n1 replies 1 ok null\n @500 end`),
    ).toBeUndefined()
  })
})

test('an answer may say that nobody knows the outcome', () => {
  const { events } = traceOf(`${PUT}n1 replies 1 ok unknown\n c1 gets 1 ok unknown`)
  const meaningOf = () => ({ f: 'write', key: 'x', input: 'a' })
  const [told] = historyOf(events, { meaningOf }).operations
  const [unknown] = historyOf(events, {
    meaningOf,
    isUnknown: (answer) => answer === 'unknown',
  }).operations
  expect(told).toMatchObject({ outcome: 'ok', output: 'unknown' })
  expect(unknown).toMatchObject({ outcome: 'info', return: null })
})

describe('a game against a given store', () => {
  const claim = storeIsAsGiven({ r: 2, w: 2, replicasOf })
  const copy = '{"value":"a","version":{"time":2,"writer":"n1"}}'
  const stored = `{"x":${copy}}`
  const put = `${PUT}n1 sends n1 Store id=1 key=x copy=${copy}
    n1 sends n2 Store id=1 key=x copy=${copy}
    n1 receives 1
    n1 shows copies=${stored}
    n1 sends n1 Stored id=1
    n2 receives 2
    n2 shows copies=${stored}
    n2 sends n1 Stored id=1
    n1 receives 3
    `

  test('holds for a put that a quorum confirms', () => {
    expect(judge(claim, `${put}n1 receives 4\n n1 replies 1 ok null`)).toBeUndefined()
    expect(judge(claim, `${put}n1 replies 1 ok unknown`)).toBeUndefined()
  })

  test.each([
    ['an answer before the quorum', `${put}n1 replies 1 ok null`, 'before a quorum has confirmed'],
    [
      'a false confirmation',
      `${PUT}n1 sends n1 Store id=1 key=x copy=${copy}\n n2 sends n1 Stored id=1`,
      'of what it has not stored',
    ],
    ['a copy from nowhere', `n3 shows copies=${stored}`, 'which no put has sent'],
    [
      'another value than that of the put',
      `${PUT}n1 sends n2 Store id=1 key=x copy=${copy.replace('"a"', '"b"')}`,
      'not that of the put',
    ],
    [
      'a time that is not on the clock',
      `${PUT}n1 sends n2 Store id=1 key=x copy=${copy.replace('2', '900')}`,
      'not that of the put',
    ],
    [
      'a read of nobody',
      'c1 asks n1 op=get key=x\n n1 takes 1\n n1 replies 1 ok a',
      'before a quorum has answered',
    ],
    ['a message of no request', 'n1 sends n2 Fetch id=7', 'belongs to no request'],
    ['a message of another kind', `${PUT}n1 sends n2 Gossip id=1`, 'a Gossip'],
  ])('breaks at %s', (_, script, message) => {
    expect(judge(claim, script)?.message).toContain(message)
  })

  test('knows whose clock is ahead', () => {
    const ahead = copy.replace('2', '5002')
    const script = `n1 skews offset=5000\n ${PUT}n1 sends n2 Store id=1 key=x copy=${ahead}`
    expect(judge(claim, script)).toBeUndefined()
  })

  test('requests-succeed excuses those that may fail', () => {
    const refused = `${PUT}n1 replies 1 ok unknown\n c1 gets 1 ok unknown`
    expect(judge(requestsSucceed({ mayFail: () => true }), refused)).toBeUndefined()
    expect(judge(requestsSucceed({ mayFail: () => false }), refused)?.message).toContain(
      'put x = "a"',
    )
  })
})
