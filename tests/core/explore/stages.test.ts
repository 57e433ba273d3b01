/** Searches that go on from where others ended, and searches that end early. */
import { describe, expect, test } from 'vitest'
import { type Claim, encodeTrace } from '#core'
import { explore, exploring } from '../../../grader/core/explore/explore.ts'
import { describeExploration } from '../../../grader/core/explore/result.ts'
import { type ExploreLimits, NO_FAULTS } from '../../../grader/core/explore/scope.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, setTimer, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'

/** Each timer adds one and tells the other node, for ever. */
const counter: ToyNode = (memory, call, { id }) => {
  const count = Number(memory ?? 0)
  if (call.kind === 'start') return { memory: 0, effects: [setTimer('t')] }
  if (call.kind !== 'timer')
    return { memory: Math.max(count, 10 * Number(call.kind === 'message')), effects: [] }
  const other = id === 'n1' ? 'n2' : 'n1'
  return { memory: count + 1, effects: [setTimer('t'), sendTo(other, count)] }
}

const host = toyHost(counter)
const live = () => toyLiveHost(counter)
const countOf = ({ nodes }: World, place: number) => Number(nodes[place]?.memory)

describe('stages', () => {
  test('a search goes on from a goal with other settings', () => {
    const first = explore({
      scope: scopeOf(2),
      host,
      live,
      goal: (world) => countOf(world, 0) === 2 && countOf(world, 1) === 1,
      allows: ({ kind }) => kind === 'timer',
    })
    if (first.kind !== 'goal-reached') throw new Error(first.kind)
    expect(first.stages[0]?.path).toHaveLength(3)

    const second = explore({
      scope: scopeOf(2, { faults: { ...NO_FAULTS, losses: 3 } }),
      host,
      live,
      start: first.stages,
      allows: ({ kind }) => kind === 'lose',
      states: [
        {
          id: 'something-is-under-way',
          sentence: 'Something is under way.',
          holds: ({ messages }) =>
            messages.length > 0 ? undefined : { message: 'Nothing is.', nodes: [] },
        },
      ],
    })
    if (second.kind !== 'violation') throw new Error(second.kind)
    // Three timers of the first stage, three losses of the second, told as one run.
    expect(second.path.map(({ kind }) => kind)).toEqual([
      'timer',
      'timer',
      'timer',
      'lose',
      'lose',
      'lose',
    ])
    expect(second.trace.events.filter(({ kind }) => kind === 'timer')).toHaveLength(3)
    expect(second.depth).toBe(3)
  })

  test('several goals are all found, and not gone beyond', () => {
    const result = explore({
      scope: scopeOf(2),
      host,
      live,
      goal: (world) => countOf(world, 0) + countOf(world, 1) === 2,
      goalsMax: 100,
      allows: ({ kind }) => kind === 'timer',
    })
    expect(result).toMatchObject({ kind: 'goal-reached', states: 6 })
    expect(result.kind === 'goal-reached' && result.stages).toHaveLength(3)
  })

  test('a start that the code does not lead to is no start', () => {
    const path = [{ kind: 'timer', node: 'n1', name: 'unset', crash: null } as const]
    const { world } = stageOf(explore({ scope: scopeOf(2), host, goal: () => true }))
    expect(explore({ scope: scopeOf(2), host, start: [{ world, path }] })).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringContaining('"timer unset of n1 fires" does not happen') as string,
    })
  })
})

function stageOf(result: ReturnType<typeof explore>) {
  const [stage] = result.kind === 'goal-reached' ? result.stages : []
  if (stage === undefined) throw new Error(result.kind)
  return stage
}

describe('bounds', () => {
  test.each<[Partial<ExploreLimits>, string, number | undefined]>([
    [{ depthMax: 4 }, 'depth', 4],
    [{ statesMax: 50 }, 'states', undefined],
    [{ transitionsMax: 100 }, 'transitions', undefined],
  ])('%o: nothing can be said beyond it', (limits, limit, depthCovered) => {
    const result = explore({ scope: scopeOf(2), host, live, limits })
    expect(result).toMatchObject({ kind: 'limit', limit })
    expect(describeExploration(result)).toContain(`limit of ${limit}`)
    if (depthCovered !== undefined) expect(result).toMatchObject({ depthCovered })
    expect(result.states).toBeLessThanOrEqual(limits.statesMax ?? Number.POSITIVE_INFINITY)
  })

  test('all paths of the covered depth were looked at', () => {
    const goal = (world: World) => countOf(world, 0) === 3 && countOf(world, 1) === 2
    const bounded = explore({ scope: scopeOf(2), host, limits: { statesMax: 400 } })
    if (bounded.kind !== 'limit') throw new Error(bounded.kind)
    const depth = stageOf(explore({ scope: scopeOf(2), host, goal })).path.length
    expect(bounded.depthCovered).toBeGreaterThanOrEqual(3)
    const within = explore({ scope: scopeOf(2), host, goal, limits: { statesMax: 400 } })
    if (depth <= bounded.depthCovered) expect(within.kind).toBe('goal-reached')
    const states = explore({
      scope: scopeOf(2),
      host,
      limits: { depthMax: bounded.depthCovered },
    }).states
    expect(states).toBeLessThanOrEqual(400)
  })

  test('depth first sees what breadth first sees within a depth', () => {
    const within = (order: 'breadth-first' | 'depth-first') =>
      explore({ scope: scopeOf(2), host, order, limits: { depthMax: 6 } }).states
    expect(within('depth-first')).toBe(within('breadth-first'))
  })

  test('pruned worlds are looked at and not gone beyond', () => {
    const prune = ({ nodes, messages }: World) =>
      messages.length > 0 || nodes.some(({ memory }) => Number(memory) > 5)
    const result = explore({ scope: scopeOf(2), host, live, prune })
    expect(result).toMatchObject({ kind: 'exhausted', states: 3, pruned: 2 })
  })

  test('the caller hears of the search and may stop it', () => {
    const run = exploring({ scope: scopeOf(2), host })
    const first = run.next()
    expect(first).toMatchObject({ done: false, value: { transitions: expect.any(Number) } })
    expect(run.return(undefined as never).done).toBe(true)
  })
})

describe('random walks', () => {
  const order = (seed: number) => ({ kind: 'walks', seed }) as const
  const deep = (world: World) => countOf(world, 0) >= 60

  test('reach what a search of the same size does not, and equal seeds walk alike', () => {
    const limits = { transitionsMax: 5_000 }
    const search = explore({ scope: scopeOf(2), host, live, goal: deep, limits })
    expect(search.kind).toBe('limit')
    const walk = (seed: number) =>
      explore({ scope: scopeOf(2), host, live, goal: deep, limits, order: order(seed) })
    expect(walk(1).kind).toBe('goal-reached')
    expect(walk(1)).toEqual(walk(1))
    expect(stageOf(walk(1)).path).not.toEqual(stageOf(walk(2)).path)
  })

  test('never say that they have seen everything', () => {
    const quiet: ToyNode = () => ({ memory: 0, effects: [] })
    const result = explore({ scope: scopeOf(1), host: toyHost(quiet), order: order(1) })
    expect(result).toMatchObject({ kind: 'limit', depthCovered: -1 })
  })
})

describe('claims about traces', () => {
  /** n2 must not hear 0 before n1 has sent 1: a claim that no single state can tell. */
  const claim: Claim = {
    id: 'not-before',
    sentence: 'The first message arrives after the second was sent.',
    source: 'this test',
    ask: 'What was sent when?',
    monitor() {
      let sent = 0
      return {
        onEvent(event) {
          if (event.kind === 'send' && event.node === 'n1') sent++
          if (event.kind !== 'receive' || event.node !== 'n2' || sent > 1) return undefined
          return { event: event.id, message: 'too early', related: [], nodes: ['n2'] }
        },
      }
    },
  }

  test.each(['breadth-first', 'depth-first', { kind: 'walks', seed: 3 }] as const)(
    'are judged on paths, %o',
    (order) => {
      const options = { scope: scopeOf(2), host, live, claims: [claim], order }
      const result = explore({ ...options, limits: { depthMax: 6 } })
      if (result.kind !== 'violation') throw new Error(result.kind)
      const { broken, trace, path } = result
      if (broken.kind !== 'claim-broken') throw new Error(broken.kind)
      expect(broken).toMatchObject({ claimId: 'not-before', violation: { message: 'too early' } })
      expect(trace.events[broken.violation.event]).toMatchObject({ kind: 'receive', node: 'n2' })
      if (order === 'breadth-first')
        expect(path.map(({ kind }) => kind)).toEqual(['timer', 'deliver'])
      expect(encodeTrace(trace)).toBe(encodeTrace(traceAgain(options)))
    },
  )

  function traceAgain(options: Parameters<typeof explore>[0]) {
    const result = explore({ ...options, limits: { depthMax: 6 } })
    if (result.kind !== 'violation') throw new Error(result.kind)
    return result.trace
  }
})
