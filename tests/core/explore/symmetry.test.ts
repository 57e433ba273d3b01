/** Symmetry: one state stands for all that differ by names, and only where nodes are alike. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeIds, Prng } from '#core'
import { explore } from '../../../grader/core/explore/explore.ts'
import { type Cut, NO_FAULTS, type Scope } from '../../../grader/core/explore/scope.ts'
import type { Renamer, Renaming } from '../../../grader/core/explore/symmetry.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, setTimer, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'
import { worldText } from './world-text.ts'

const RUNS = 25 * Number(process.env.NETSPLIT_FUZZ ?? 1)

/** Toys remember and send names as JSON strings. */
const renameText = (text: string, renaming: Renaming) =>
  text.replaceAll(/n\d/g, (name) => renaming.get(name) ?? name)
const renamer: Renamer = { memory: renameText, json: renameText, name: renameText }

/** Alike nodes: what each does is drawn from what it remembers and hears, not from names. */
function alike(seed: number, work: number): ToyNode {
  return (memory, call, { id, nodes }) => {
    const { mood, workLeft } = (memory ?? { mood: 0, workLeft: work }) as {
      mood: number
      workLeft: number
    }
    const said = call.kind === 'message' ? call.body : call.kind
    const prng = new Prng(seed, `${mood} ${workLeft} ${said.replace(/n\d/, 'a node')}`)
    const next = { mood: prng.between(0, 1), workLeft: Math.max(0, workLeft - 1) }
    if (workLeft === 0) return { memory: next, effects: [] }
    const timers = prng.chance(700) ? [setTimer('t')] : []
    const others = nodes.filter((node) => node !== id)
    const body = prng.chance(500) ? id : prng.between(0, 1)
    const sends = prng.chance(700) ? others.map((other) => sendTo(other, body)) : []
    return { memory: next, effects: [...timers, ...sends] }
  }
}

/** Each node may be cut off: other cuts with other names, and together the same. */
function cutsOf(nodeCount: number): readonly Cut[] {
  const nodes = nodeIds(nodeCount)
  return nodes.map((id) => ({
    label: `${id} speaks to nobody`,
    links: nodes.filter((other) => other !== id).map((other) => ({ from: id, to: other })),
  }))
}

function exploreToy(node: ToyNode, scope: Scope, symmetry?: Renamer) {
  return explore({
    scope,
    host: toyHost(node),
    live: () => toyLiveHost(node),
    ...(symmetry === undefined ? {} : { symmetry }),
    limits: { statesMax: 3_000 },
  })
}

/** How many different worlds there are but for names, by trying all names on each. */
function orbitsOf(node: ToyNode, scope: Scope): number {
  const least = new Set<string>()
  explore({
    scope,
    host: toyHost(node),
    states: [
      {
        id: 'collect',
        sentence: 'Every state is looked at.',
        holds(world) {
          const texts = orders(scope.nodes).map((names) => renamedText(scope, world, names))
          least.add(texts.sort()[0] ?? '')
          return undefined
        },
      },
    ],
  })
  return least.size
}

function renamedText(scope: Scope, world: World, names: readonly string[]): string {
  const renaming = new Map(scope.nodes.map((node, index) => [node, names[index] ?? node]))
  const renamed = JSON.parse(renameText(JSON.stringify(world), renaming)) as World
  const nodes = renamed.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return worldText(scope, { ...renamed, nodes })
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length === 0) return [[]]
  return names.flatMap((name) =>
    orders(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
  )
}

describe('nodes that are alike', () => {
  test('cost one state for all that differ by names', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 2, max: 3 }),
        fc.constantFrom('any-order', 'fifo'),
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 1 }),
        (seed, nodeCount, network, losses, cuts) => {
          const node = alike(seed, 2)
          const faults = { ...NO_FAULTS, losses, cuts }
          const scope = scopeOf(nodeCount, { network, faults, cuts: cutsOf(nodeCount) })
          const full = exploreToy(node, scope)
          // What is too large to search whole is drawn again, so that each run compares.
          fc.pre(full.kind === 'exhausted')
          const reduced = exploreToy(node, scope, renamer)
          expect(reduced.kind).toBe('exhausted')
          expect(reduced.symmetry).toEqual({ kind: 'used', renamings: nodeCount === 2 ? 2 : 6 })
          expect(reduced.states).toBe(orbitsOf(node, scope))
          expect(reduced.depth).toBe(full.depth)
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('may start in different states: what they do from there is what counts', () => {
    const node: ToyNode = (_memory, call, { id, nodes }) => {
      const others = nodes.filter((other) => other !== id)
      if (call.kind === 'timer') {
        return { memory: 1, effects: others.map((other) => sendTo(other, 1)) }
      }
      const isFirst = call.kind === 'start' && id === nodes[0]
      return { memory: call.kind === 'start' ? 0 : 2, effects: isFirst ? [setTimer('t')] : [] }
    }
    const reduced = exploreToy(node, scopeOf(3), renamer)
    expect(reduced).toMatchObject({ kind: 'exhausted', symmetry: { kind: 'used' } })
    expect(reduced.states).toBe(orbitsOf(node, scopeOf(3)))
    expect(reduced.states).toBeLessThan(exploreToy(node, scopeOf(3)).states)
  })

  test('four of them, each with one step of its own: 2^4 states are 5', () => {
    const node: ToyNode = (_memory, call) =>
      call.kind === 'start' ? { memory: 0, effects: [setTimer('t')] } : { memory: 1, effects: [] }
    expect(exploreToy(node, scopeOf(4))).toMatchObject({ kind: 'exhausted', states: 16 })
    expect(exploreToy(node, scopeOf(4), renamer)).toMatchObject({ kind: 'exhausted', states: 5 })
  })

  test('give a counterexample that really happens, of the same length', () => {
    const node: ToyNode = (memory, call, { id, nodes }) => {
      if (call.kind === 'start') return { memory: 'asleep', effects: [setTimer('t')] }
      if (call.kind === 'timer') {
        const others = nodes.filter((other) => other !== id)
        return { memory: 'awake', effects: others.map((other) => sendTo(other, id)) }
      }
      const body = call.kind === 'message' ? (JSON.parse(call.body) as string) : ''
      return { memory: memory === 'awake' ? `woke before ${body}` : 'woken', effects: [] }
    }
    const result = (symmetry?: Renamer) =>
      explore({
        scope: scopeOf(3),
        host: toyHost(node),
        live: () => toyLiveHost(node),
        ...(symmetry === undefined ? {} : { symmetry }),
        states: [
          {
            id: 'no-two-late',
            sentence: 'No two nodes wake before a third one.',
            holds({ nodes }) {
              const late = nodes.filter(({ memory }) => memory.includes('before'))
              return late.length < 2
                ? undefined
                : { message: 'two were awake', nodes: late.map(({ id }) => id) }
            },
          },
        ],
      })
    const [full, reduced] = [result(), result(renamer)]
    if (full.kind !== 'violation' || reduced.kind !== 'violation') throw new Error(reduced.kind)
    expect(reduced.path).toHaveLength(full.path.length)
    expect(reduced.states).toBeLessThan(full.states / 2)
    // It was compared with living nodes before it was told.
    expect(reduced.pathsChecked).toBeGreaterThan(0)
  })
})

describe('nodes that are not alike', () => {
  test.each<[string, ToyNode]>([
    [
      'only the first in the list ever speaks',
      (_memory, call, { id, nodes }) => ({
        memory: call.kind,
        effects:
          call.kind === 'start'
            ? [setTimer('t')]
            : call.kind === 'timer' && id === nodes[0]
              ? [sendTo(nodes[1] ?? '', 1)]
              : [],
      }),
    ],
    [
      'the greater name wins',
      (memory, call, { id, nodes }) => {
        if (call.kind === 'start') {
          const others = nodes.filter((other) => other !== id)
          return { memory: id, effects: others.map((other) => sendTo(other, id)) }
        }
        const body = call.kind === 'message' ? (JSON.parse(call.body) as string) : ''
        return { memory: body > (memory as string) ? body : memory, effects: [] }
      },
    ],
  ])('%s: symmetry is left off by itself', (_name, node) => {
    const full = exploreToy(node, scopeOf(3))
    const asked = exploreToy(node, scopeOf(3), renamer)
    expect(asked.symmetry).toMatchObject({ kind: 'off', why: expect.stringContaining('compare') })
    expect(asked).toMatchObject({ kind: full.kind, states: full.states })
  })

  test('a node that clients talk to keeps its name', () => {
    const node: ToyNode = (_memory, call) => ({
      memory: call.kind,
      effects: call.kind === 'start' ? [setTimer('t')] : [],
    })
    const operations = [{ client: 'c1', node: 'n1', body: 0 }]
    const result = exploreToy(node, scopeOf(3, { operations }), renamer)
    expect(result.symmetry).toEqual({ kind: 'used', renamings: 2 })
  })

  test('cuts that tell nodes apart keep their names', () => {
    const node: ToyNode = () => ({ memory: 0, effects: [] })
    const cuts = [{ label: 'n1 > n2', links: [{ from: 'n1', to: 'n2' }] }]
    const result = exploreToy(node, scopeOf(3, { cuts }), renamer)
    expect(result.symmetry).toEqual({ kind: 'used', renamings: 1 })
  })
})
