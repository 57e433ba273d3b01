/** The two searches, for cycles and for orders of writes, against trying everything. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAcyclic } from '../../../grader/core/check/transactions/components.ts'
import {
  ALL,
  type Edge,
  type Graph,
  GraphBuilder,
  NO_VERSION,
  RW,
  SEEN,
  WR,
  WW,
} from '../../../grader/core/check/transactions/graph.ts'
import type {
  Arc,
  Constraints,
  Demands,
  WriteOrder,
} from '../../../grader/core/check/transactions/order-constraints.ts'
import { searchOrders } from '../../../grader/core/check/transactions/order-search.ts'
import {
  CycleSearch,
  type CycleShape,
  madeOf,
  NO_TWO_IN_A_ROW,
  ONE_ANTI_DEPENDENCY,
} from '../../../grader/core/check/transactions/shortest-cycle.ts'
import { splitGraph } from '../../../grader/core/check/transactions/split-graph.ts'
import { StepCounter } from '../../../grader/core/check/transactions/steps.ts'

const NODES = 7
const EFFORT = Number(process.env['NETSPLIT_FUZZ'] ?? 1)
const TIMEOUT_MS = 60_000 * Math.max(1, EFFORT)
const node = fc.nat(NODES - 1)
const arc = fc.tuple(node, node).filter(([from, to]) => from !== to)

function graphOf(edges: readonly (readonly [from: number, to: number, kind: number])[]): Graph {
  const builder = new GraphBuilder(NODES)
  for (const [from, to, kind] of edges) {
    builder.addEdge({ from, to, kind, left: NO_VERSION, right: NO_VERSION })
  }
  return builder.build()
}

function freely(): StepCounter {
  return new StepCounter({ stepsMax: Number.MAX_SAFE_INTEGER })
}

describe('a search for cycles', () => {
  const edges = fc.array(
    fc.tuple(arc, fc.constantFrom(WW, WR, RW, RW)).map(([[from, to], kind]) => {
      return [from, to, kind] as const
    }),
    { maxLength: 16 },
  )

  /** Every simple cycle, by the kinds along it. */
  function simpleCycles(all: readonly (readonly [number, number, number])[]): readonly number[][] {
    const walk = (start: number, path: readonly number[], kinds: number[]): number[][] =>
      all
        .filter(([from]) => from === path.at(-1))
        .flatMap(([, to, kind]) => {
          if (to === start) return [[...kinds, kind]]
          return path.includes(to) || to < start ? [] : walk(start, [...path, to], [...kinds, kind])
        })
    return Array.from({ length: NODES }, (_, start) => walk(start, [start], [])).flat()
  }

  const isApart = (kinds: readonly number[]) =>
    kinds.every((kind, place) => kind !== RW || kinds.at(place - 1) !== RW)
  const shapes: readonly (readonly [string, CycleShape, (kinds: readonly number[]) => boolean])[] =
    [
      ['of sight', madeOf(SEEN), (kinds) => !kinds.includes(RW)],
      [
        'with one anti-dependency',
        ONE_ANTI_DEPENDENCY,
        (kinds) => kinds.filter((kind) => kind === RW).length === 1,
      ],
      ['without two in a row', NO_TWO_IN_A_ROW, isApart],
    ]

  test.each(shapes)(
    '%s finds the shortest one',
    (_name, shape, hasShape) => {
      fc.assert(
        fc.property(edges, (all) => {
          const graph = graphOf(all)
          const search = new CycleSearch(graph, { mask: ALL, shape, steps: freely() })
          const starts = Array.from({ length: NODES }, (_, start) => start)
          const found = search.shortestIn({ starts, isWithin: () => true })
          const lengths = simpleCycles(all)
            .filter(hasShape)
            .map((kinds) => kinds.length)
          expect(found?.length ?? 0).toBe(lengths.length === 0 ? 0 : Math.min(...lengths))
          if (found !== undefined) expectCycle(found, hasShape)
        }),
        { numRuns: Math.ceil(400 * EFFORT) },
      )
    },
    TIMEOUT_MS,
  )

  test('from one start gives a simple cycle even when the walk is not', () => {
    const around = [
      [0, 1, RW],
      [1, 2, WR],
      [2, 3, RW],
      [3, 4, WR],
      [4, 5, RW],
      [5, 1, WR],
      [1, 6, RW],
      [6, 0, WR],
    ] as const
    const search = new CycleSearch(graphOf(around), {
      mask: ALL,
      shape: NO_TWO_IN_A_ROW,
      steps: freely(),
    })
    const found = search.shortestIn({ starts: [0], isWithin: () => true })
    expectCycle(found ?? [], isApart)
    expect(found).toHaveLength(5)
  })

  test('is as sure as the graph of snapshots and commits', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const split = splitGraph(graphOf(all), ALL).graph
        expect(isAcyclic(split, ALL)).toBe(!simpleCycles(all).some(isApart))
      }),
      { numRuns: Math.ceil(200 * EFFORT) },
    )
  })

  function expectCycle(
    cycle: readonly Edge[],
    hasShape: (kinds: readonly number[]) => boolean,
  ): void {
    expect(cycle.map(({ to }) => to)).toEqual(
      [...cycle.slice(1), ...cycle.slice(0, 1)].map(({ from }) => from),
    )
    expect(new Set(cycle.map(({ from }) => from)).size).toBe(cycle.length)
    expect(hasShape(cycle.map(({ kind }) => kind))).toBe(true)
  }
})

describe('a search for orders of writes', () => {
  const demands = fc.record({
    edges: fc.array(arc, { minLength: 1, maxLength: 2 }),
    barred: fc.array(arc, { maxLength: 2 }),
  })
  const puzzle = fc.record({
    known: fc.array(arc, { maxLength: 4 }),
    barred: fc.array(arc, { maxLength: 3 }),
    choices: fc.array(fc.tuple(demands, demands), { maxLength: 6 }),
  })

  function isSolved(known: readonly Arc[], barred: readonly Arc[]): boolean {
    const reached = (from: number, seen: Set<number>): Set<number> => {
      for (const [a, b] of known) if (a === from && !seen.has(b)) reached(b, seen.add(b))
      return seen
    }
    const isCyclic = known.some(([from, to]) => reached(to, new Set([to])).has(from))
    return !isCyclic && barred.every(([from, to]) => !reached(from, new Set()).has(to))
  }

  function canBeSolved(
    known: readonly Arc[],
    barred: readonly Arc[],
    [choice, ...rest]: readonly (readonly [Demands, Demands])[],
  ): boolean {
    if (choice === undefined) return isSolved(known, barred)
    return choice.some((one) =>
      canBeSolved([...known, ...one.edges], [...barred, ...one.barred], rest),
    )
  }

  test(
    'finds one exactly when there is one',
    () => {
      const outcomes = new Map<string, number>()
      fc.assert(
        fc.property(puzzle, ({ known, barred, choices }) => {
          // The numbers of versions stand for sides: the left one of choice i is 2 i.
          const sides = choices.flat()
          const constraints: Constraints = {
            graph: graphOf(known.map(([from, to]) => [from, to, WW])),
            mask: ALL,
            barred,
            choices: choices.map((_, index) => ({
              orders: [
                { before: 2 * index, after: 2 * index + 1 },
                { before: 2 * index + 1, after: 2 * index },
              ],
            })),
            demandsOf: ({ before }: WriteOrder) => sides[before] ?? { edges: [], barred: [] },
          }
          const outcome = searchOrders(constraints, freely())
          const isPossible = canBeSolved(known, barred, choices)
          expect(outcome.kind).toBe(isPossible ? 'possible' : 'impossible')
          const isGuessed = outcome.kind === 'impossible' && outcome.guessed !== undefined
          const label = `${outcome.kind}${isGuessed ? ' by guessing' : ''}`
          outcomes.set(label, (outcomes.get(label) ?? 0) + 1)
        }),
        { numRuns: Math.ceil(1_500 * EFFORT) },
      )
      expect([...outcomes.keys()].sort()).toEqual([
        'impossible',
        'impossible by guessing',
        'possible',
      ])
      expect(Math.min(...outcomes.values())).toBeGreaterThan(20)
    },
    TIMEOUT_MS,
  )
})
