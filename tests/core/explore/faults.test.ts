/** Each kind of fault does what it says, within its budget, and nothing else. */
import { describe, expect, test } from 'vitest'
import { type ExploreOptions, explore } from '../../../grader/core/explore/explore.ts'
import type { ExploreResult, StateClaim } from '../../../grader/core/explore/result.ts'
import { NO_FAULTS, type Scope } from '../../../grader/core/explore/scope.ts'
import { describeTransition } from '../../../grader/core/explore/transition.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, setTimer, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'

function run(node: ToyNode, scope: Scope, options: Partial<ExploreOptions> = {}): ExploreResult {
  return explore({ scope, host: toyHost(node), live: () => toyLiveHost(node), ...options })
}

/** The shortest way to a world, in words. */
function wayTo(node: ToyNode, scope: Scope, goal: (world: World) => boolean): readonly string[] {
  const result = run(node, scope, { goal })
  if (result.kind !== 'goal-reached') return [result.kind]
  return (result.stages[0]?.path ?? []).map(describeTransition)
}

/** n2 remembers in order what n1 sent: 1, then 2. */
const twoMessages: ToyNode = (memory, call, { id }) => {
  const heard = (memory ?? []) as readonly string[]
  if (call.kind === 'start') {
    return { memory: [], effects: id === 'n1' ? [sendTo('n2', 1), sendTo('n2', 2)] : [] }
  }
  return { memory: call.kind === 'message' ? [...heard, call.body] : heard, effects: [] }
}

const heard = (world: World) => world.nodes[1]?.memory

describe('the network', () => {
  test('in any order, messages overtake each other; in order, they do not', () => {
    const overtaken = (world: World) => heard(world) === '["2","1"]'
    expect(wayTo(twoMessages, scopeOf(2), overtaken)).toHaveLength(2)
    expect(wayTo(twoMessages, scopeOf(2, { network: 'fifo' }), overtaken)).toEqual(['exhausted'])
  })

  test('loses as many messages as the budget says', () => {
    const deaf = (world: World) => world.messages.length === 0 && heard(world) === '[]'
    const losses = (count: number) => scopeOf(2, { faults: { ...NO_FAULTS, losses: count } })
    expect(wayTo(twoMessages, losses(1), deaf)).toEqual(['exhausted'])
    expect(wayTo(twoMessages, losses(2), deaf)).toEqual([
      'message 1 n1 → n2 is lost',
      'message 2 n1 → n2 is lost',
    ])
  })

  test('repeats messages', () => {
    const scope = scopeOf(2, { faults: { ...NO_FAULTS, duplicates: 1 } })
    expect(wayTo(twoMessages, scope, (world) => heard(world) === '["1","2","1"]')).toHaveLength(4)
    expect(wayTo(twoMessages, scope, (world) => heard(world)?.length === 17)).toEqual(['exhausted'])
  })

  test('a cut stops what is sent while it is in force, and not what is under way', () => {
    const node: ToyNode = (memory, call, { id }) => {
      if (call.kind === 'start') return { memory: 0, effects: id === 'n1' ? [setTimer('t')] : [] }
      if (call.kind === 'timer') return { memory: 1, effects: [sendTo('n2', 1)] }
      return { memory: `heard after ${JSON.stringify(memory)}`, effects: [] }
    }
    const links = [{ from: 'n1', to: 'n2' }]
    const scope = scopeOf(2, {
      faults: { ...NO_FAULTS, cuts: 1 },
      cuts: [{ label: 'n1 > n2', links }],
    })
    const lost = (world: World) =>
      world.nodes[0]?.memory === '1' && world.messages.length === 0 && heard(world) === '0'
    expect(wayTo(node, scope, lost)).toEqual(['the network is cut: n1 > n2', 'timer t of n1 fires'])
    const heardThroughCut = (world: World) => world.cut !== null && heard(world) !== '0'
    expect(wayTo(node, scope, heardThroughCut)).toEqual([
      'timer t of n1 fires',
      'message 1 n1 → n2 arrives',
      'the network is cut: n1 > n2',
    ])
  })
})

describe('crashes', () => {
  /** Promises by message before the promise is on its disk, or after. */
  const promiser =
    (order: 'sends first' | 'syncs first'): ToyNode =>
    (memory, call, { id, disk }) => {
      if (call.kind === 'start') {
        const promised = disk.promised ?? 'nothing'
        const fields = { kind: 'observe', fields: { promised } } as const
        return { memory: promised, effects: [fields, ...(id === 'n1' ? [setTimer('t')] : [])] }
      }
      if (call.kind !== 'timer') return { memory, effects: [] }
      const send = sendTo('n2', 'I promise')
      const store = [{ kind: 'write', key: 'promised', value: '1' }, { kind: 'sync' }] as const
      const fields = { kind: 'observe', fields: { promised: '1' } } as const
      const effects = order === 'sends first' ? [send, ...store] : [...store, send]
      return { memory: '1', effects: [fields, ...effects] }
    }

  const promisesAreKept: StateClaim = {
    id: 'promises-are-kept',
    sentence: 'Who has promised knows it.',
    holds({ nodes, messages }) {
      const [node] = nodes
      if (messages.length === 0 || node?.isUp !== true || node.fields.promised === '1') {
        return undefined
      }
      return { message: 'n1 has forgotten what it promised.', nodes: ['n1'] }
    },
  }

  const scope = scopeOf(2, { faults: { ...NO_FAULTS, crashes: 1 } })

  test('between two effects: sent before it was durable', () => {
    const result = run(promiser('sends first'), scope, { states: [promisesAreKept] })
    expect(result.kind === 'violation' && result.path.map(describeTransition)).toEqual([
      'timer t of n1 fires, and the node crashes after effect 2',
      'n1 restarts',
    ])
    const right = run(promiser('syncs first'), scope, { states: [promisesAreKept] })
    expect(right.kind).toBe('exhausted')
  })

  test('keep none, some or all of what was not synced, the oldest first', () => {
    const writer: ToyNode = (memory, call, { disk }) =>
      call.kind === 'start' && memory === null && Object.keys(disk).length === 0
        ? {
            memory: 0,
            effects: ['a', 'b'].map((key) => ({ kind: 'write', key, value: '1' }) as const),
          }
        : { memory: Object.keys(disk).join(''), effects: [] }
    const found = new Set<string>()
    run(writer, scopeOf(1, { faults: { ...NO_FAULTS, crashes: 1 } }), {
      states: [
        {
          id: 'collect',
          sentence: 'Every disk is noted.',
          holds({ nodes }) {
            if (nodes[0]?.isUp === false) found.add(JSON.stringify(nodes[0].durable))
            return undefined
          },
        },
      ],
    })
    expect([...found].sort()).toEqual(['[["a","1"],["b","1"]]', '[["a","1"]]', '[]'])
  })
})

describe('clients', () => {
  const echo: ToyNode = (_memory, call) => ({
    memory: 0,
    effects:
      call.kind === 'request'
        ? [{ kind: 'reply', operation: call.operation, outcome: 'ok', body: call.body }]
        : [],
  })
  const operations = [
    { client: 'c1', node: 'n1', body: 'first' },
    { client: 'c1', node: 'n1', body: 'second' },
  ]

  test('start an operation when the one before it has ended', () => {
    const ways = wayTo(
      echo,
      scopeOf(1, { operations }),
      ({ operations: [, second] }) => second?.status === 'ok',
    )
    expect(ways).toEqual([
      'operation 1 starts',
      'the request of operation 1 c1 → n1 arrives',
      'the answer to operation 1 n1 → c1 arrives',
      'operation 2 starts',
      'the request of operation 2 c1 → n1 arrives',
      'the answer to operation 2 n1 → c1 arrives',
    ])
  })

  test('give up, and an answer that comes later changes nothing', () => {
    const faults = { ...NO_FAULTS, giveUps: 1 }
    const result = run(echo, scopeOf(1, { operations: operations.slice(0, 1), faults }), {
      goal: ({ operations: [first], messages }) =>
        first?.status === 'info' && messages.some(({ kind }) => kind === 'ok'),
    })
    const stages = result.kind === 'goal-reached' ? result.stages : []
    const after = run(echo, scopeOf(1, { operations: operations.slice(0, 1) }), {
      start: stages,
      goal: ({ messages }) => messages.length === 0,
    })
    expect(after.kind === 'goal-reached' && after.stages[0]?.world.operations).toEqual([
      { status: 'info', body: 'null' },
    ])
  })

  test('an answer that nobody asked for is a mistake of the node', () => {
    const eager: ToyNode = (_memory, call) => ({
      memory: 0,
      effects:
        call.kind === 'start' ? [{ kind: 'reply', operation: 1, outcome: 'ok', body: '1' }] : [],
    })
    expect(run(eager, scopeOf(1, { operations }))).toMatchObject({
      kind: 'violation',
      broken: { kind: 'threw', node: 'n1', message: 'nobody asked for operation 1 yet' },
      path: [],
    })
  })
})

describe('timers', () => {
  const node: ToyNode = (memory, call) =>
    call.kind === 'start'
      ? {
          memory: '',
          effects: [setTimer('long', 100), setTimer('short', 10), setTimer('later', 100)],
        }
      : { memory: `${memory as string}${call.kind === 'timer' ? call.name : ''} `, effects: [] }
  const first = (name: string) => (world: World) => world.nodes[0]?.memory === `"${name} "`

  test.each(['long', 'short', 'later'])('in any order, %s may be the first', (name) => {
    expect(wayTo(node, scopeOf(1), first(name))).toHaveLength(1)
  })

  test('by duration, equal ones fire in the order in which they were set', () => {
    const equals: ToyNode = (memory, call) =>
      call.kind === 'start'
        ? { memory: '', effects: [setTimer('one', 50), setTimer('two', 50)] }
        : { memory: `${memory as string}${call.kind === 'timer' ? call.name : ''} `, effects: [] }
    const scope = scopeOf(1, { timers: 'by-duration' })
    expect(wayTo(equals, scope, first('one'))).toHaveLength(1)
    expect(wayTo(equals, scope, first('two'))).toEqual(['exhausted'])
  })

  test('by duration, none overtakes one that was set before and lasts no longer', () => {
    const scope = scopeOf(1, { timers: 'by-duration' })
    expect(wayTo(node, scope, first('long'))).toHaveLength(1)
    expect(wayTo(node, scope, first('short'))).toHaveLength(1)
    expect(wayTo(node, scope, first('later'))).toEqual(['exhausted'])
  })
})
