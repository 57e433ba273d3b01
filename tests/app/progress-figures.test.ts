/** Kinds of figures about quorums, logical clocks and versions: numbers against the trace. */
import { describe, expect, it } from 'vitest'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import type { QuorumFigure, QuorumSetting } from '#content/schema/figure-measured.ts'
import { Causality, present } from '#core'
import { isRegisterNoise } from '#systems/replicated-register/labels.ts'
import { LeaderlessRegister } from '#systems/replicated-register/leaderless.ts'
import {
  type ClockedEvent,
  clockedEvents,
  clockText,
  orderOf,
} from '../../app/_viz/figures/clocks/clocks.ts'
import {
  fitted,
  measureQuorum,
  percentilesOf,
  quorumKey,
  quorumOf,
} from '../../app/_viz/figures/quorum/measure-quorum.ts'
import { simulate } from '../../app/_viz/figures/simulate.ts'
import { lagOf, progressOf, worstLags } from '../../app/_viz/figures/versions/progress.ts'

const call = (client: string, node: string, atMs: number, value?: number): FigureCall => ({
  atMs,
  client,
  node,
  body: value === undefined ? { kind: 'read' } : { kind: 'write', value },
})

function scenario({ n, r, w }: QuorumSetting) {
  return figureScenario({
    id: 'quorum',
    nodes: Array.from({ length: n }, (_, index) => `n${index + 1}`),
    clients: ['c1', 'c2'],
    delayMs: [2, 40],
    clientMs: 1,
    settings: {
      initial: 0,
      whenCutOff: 'wait',
      patienceMs: 200,
      beatMs: 0,
      repairMs: 0,
      r,
      w,
      versions: 'asked',
      readRepair: 'before',
    },
    operations: [1, 2, 3, 4].flatMap((turn) => [
      call('c1', 'n1', 50 * turn, turn),
      call('c2', 'n2', 50 * turn + 20),
    ]),
    lengthMs: 900,
  })
}

const SETTING = { n: 3, r: 2, w: 2 }
const { trace } = simulate(LeaderlessRegister, scenario(SETTING), 1)

describe('a quorum', () => {
  const figure: QuorumFigure = {
    kind: 'quorum',
    node: LeaderlessRegister,
    seedCount: 20,
    sizes: [3],
    first: SETTING,
    scenario,
    initial: 0,
    expected: {},
    summary: '',
  }

  it('keeps histories linearizable when R and W overlap, and not when they do not', () => {
    expect(measureQuorum(figure, SETTING)).toMatchObject({
      brokenSeeds: 0,
      asked: 160,
      answered: 160,
    })
    expect(measureQuorum(figure, { n: 3, r: 1, w: 1 }).brokenSeeds).toBeGreaterThan(0)
  })

  it('takes longer the more copies it waits for', () => {
    const reads = [1, 2, 3].map((r) => measureQuorum(figure, { n: 3, r, w: 1 }).reads.p50 ?? 0)
    expect(reads).toEqual(reads.toSorted((a, b) => a - b))
    expect(new Set(reads).size).toBe(3)
  })

  it('counts percentiles by rank, and keeps R and W within N', () => {
    expect(percentilesOf([5, 1, 4, 2, 3])).toEqual({ p50: 3, p95: 5, p99: 5 })
    expect(percentilesOf([])).toEqual({ p50: undefined, p95: undefined, p99: undefined })
    expect(fitted({ n: 3, r: 5, w: 2 })).toEqual({ n: 3, r: 3, w: 2 })
    expect(quorumOf(quorumKey(SETTING))).toEqual(SETTING)
  })
})

describe('logical clocks', () => {
  const events = clockedEvents(trace, isRegisterNoise)
  const pairs = events.flatMap((a) => events.filter((b) => b !== a).map((b) => [a, b] as const))

  it('agree with the causes that the trace names', () => {
    const causality = new Causality(trace)
    const leadsTo = (a: ClockedEvent, b: ClockedEvent) => causality.past(b.event)[a.event] === 1
    // Requests of one client are a chain too, which nodes do not see; so only one way.
    for (const [a, b] of pairs) if (orderOf(a, b) === 'before') expect(leadsTo(a, b)).toBe(true)
    expect(pairs.some(([a, b]) => orderOf(a, b) === 'concurrent')).toBe(true)
  })

  it('grow along every message and on every node', () => {
    for (const [a, b] of pairs) {
      if (orderOf(a, b) === 'before') expect(a.lamport).toBeLessThan(b.lamport)
      if (a.node === b.node) expect(orderOf(a, b)).not.toBe('concurrent')
      expect(orderOf(a, b) === 'before').toBe(orderOf(b, a) === 'after')
    }
  })

  it('are named and told', () => {
    const first = present(events[0], 'something happened')
    expect([first.letter, clockText(first, 'lamport'), clockText(first, 'vector')]).toEqual([
      'a',
      '1',
      '(1, 0, 0)',
    ])
    expect(new Set(events.map(({ letter }) => letter)).size).toBe(events.length)
  })
})

describe('versions', () => {
  const versionOf = (state: Readonly<Record<string, unknown>>) =>
    Object.values((state.copies ?? {}) as Record<string, { readonly version: number }>)[0]
      ?.version ?? 0
  const progress = progressOf(trace, versionOf)

  it('go up node by node until all have the newest', () => {
    expect(progress.newest).toBe(4)
    expect(progress.moments.at(-1)?.versions).toEqual([4, 4, 4])
    for (const [index, { versions, at }] of progress.moments.entries()) {
      const before = progress.moments[index - 1]
      if (before === undefined) continue
      expect(at).toBeGreaterThan(before.at)
      expect(versions.every((version, node) => version >= (before.versions[node] ?? 0))).toBe(true)
    }
  })

  it('are missed by replicas for a while', () => {
    const last = progress.moments.length - 1
    expect(lagOf(progress, last, 0)).toEqual({ versions: 0, ms: 0 })
    const behind = progress.moments.findIndex(({ versions }) => versions.join() === '1,0,0')
    expect(lagOf(progress, behind, 1)).toEqual({ versions: 1, ms: 0 })
    const [, n2] = worstLags(progress)
    expect(n2?.versions).toBeGreaterThan(0)
    expect(n2?.ms).toBeGreaterThanOrEqual(0)
  })
})
