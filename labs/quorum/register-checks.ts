/** What the registers of majorities are asked to hold, and the clients and cuts that try them. */
import {
  acknowledgedWritesStay,
  availableWithQuorum,
  type Claim,
  type ClientOperation,
  type NemesisStep,
  type NodeId,
  nodeIds,
  oneVersionPerWrite,
  Prng,
} from '#core'
import {
  type LateCopyOptions,
  lateCopiesEnd,
  lateCopyRounds,
} from '../shared-scenarios/late-copies.ts'
import { MS } from '../shared-scenarios/units.ts'
import { costs, linearizable, SERVED_MICROS_MAX } from './claims.ts'
import { badLinks, get, operation, put, shuffled } from './scenarios.ts'

function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1
}

const everyNode = (_key: string, nodes: readonly NodeId[]) => nodes

/** The promises of a register on this many nodes, on any network. */
export function registerClaims(nodeCount: number): readonly Claim[] {
  return [
    ...costs({ n: nodeCount }),
    oneVersionPerWrite(),
    acknowledgedWritesStay({ count: majorityOf(nodeCount), replicasOf: everyNode }),
    linearizable,
  ]
}

/** The side of a cut that has a majority is served; where nothing is lost but by cuts. */
export const availableToMajority: Claim = availableWithQuorum({
  withinMicros: SERVED_MICROS_MAX,
  needs: (_, nodes) => ({ count: majorityOf(nodes.length), among: nodes }),
})

interface Readers {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
  readonly gapMicrosMax: number
  readonly writer: NodeId
}

/** Two clients of the one writer write two keys; a client at each node reads them. */
export function oneWriter(options: Readers): readonly ClientOperation[] {
  const { seed, nodeCount, fromMicros, untilMicros, gapMicrosMax, writer } = options
  const prng = new Prng(seed, 'one writer')
  const operations: ClientOperation[] = []
  for (const client of ['w1', 'w2']) {
    let at = fromMicros + prng.between(0, gapMicrosMax)
    for (let count = 1; at < untilMicros; at += prng.between(5 * MS, gapMicrosMax)) {
      const key = prng.pick(['x', 'y'])
      operations.push(operation(at, client, writer, put(key, `${client}.${count++}`)))
    }
  }
  for (const [index, node] of nodeIds(nodeCount).entries()) {
    let at = fromMicros + prng.between(0, gapMicrosMax)
    for (; at < untilMicros; at += prng.between(5 * MS, gapMicrosMax)) {
      operations.push(operation(at, `c${index + 1}`, node, get(prng.pick(['x', 'y']))))
    }
  }
  return operations
}

/** How long a round of half-written values takes. */
const ROUND_MICROS = 700 * MS

interface HalfWrittenOptions {
  readonly seed: number
  readonly nodeCount: number
  /** Who writes in each round. */
  readonly writers: readonly NodeId[]
  /** Messages take long, and a reader starts as soon as the one before it has its answer. */
  readonly isSlow?: boolean
}

/**
 * Writes that reach one node besides the writer, and reads one after the other by those whom
 * the writer cannot reach: sooner or later one of them sees the write and the next one need not.
 */
export function halfWritten({ seed, nodeCount, writers, isSlow = false }: HalfWrittenOptions) {
  const rounds = writers.map((writer, round) => {
    const others = shuffled(seed * 17 + round, nodeCount).filter((node) => node !== writer)
    const [reached = writer, ...cutOff] = others
    const at = 150 * MS + round * ROUND_MICROS
    const name = `half-${round}`
    const nemesis: readonly NemesisStep[] = [
      { at, fault: { kind: 'one-way', from: [writer], to: cutOff, name } },
      { at: at + 550 * MS, fault: { kind: 'heal', name } },
    ]
    const readers = shuffled(seed + round, nodeCount).filter((node) => node !== writer)
    const reads = Array.from({ length: 10 }, (_, index) => {
      const node = readers[index % readers.length] ?? reached
      const gap = isSlow ? 0 : 45 * MS
      return operation(
        at + 50 * MS + gap * index,
        isSlow ? 'r1' : `r${node.slice(1)}`,
        node,
        get('x'),
      )
    })
    const client = `h${writer.slice(1)}`
    const whole = operation(at - 100 * MS, client, writer, put('x', `whole-${round}`))
    const half = operation(at + 5 * MS, client, writer, put('x', `half-${round}`))
    return { operations: [whole, half, ...reads], nemesis }
  })
  const slow = badLinks(nodeCount, { lossPermille: 0, duplicatePermille: 0 })
  return {
    operations: rounds.flatMap(({ operations }) => operations),
    nemesis: [...(isSlow ? [slow] : []), ...rounds.flatMap(({ nemesis }) => nemesis)],
    safetyMicros: 150 * MS + writers.length * ROUND_MICROS,
  }
}

/** A client that reads at one node after the other while the copies of a write are late. */
export function lateCopies(options: LateCopyOptions) {
  const rounds = lateCopyRounds(options)
  return {
    operations: rounds.flatMap(({ writer, readers, beforeAt, lateAt, readAt }, round) => {
      const client = `h${writer.slice(1)}`
      return [
        operation(beforeAt, client, writer, put('x', `before-${round}`)),
        operation(lateAt, client, writer, put('x', `late-${round}`)),
        ...readers.map((node) => operation(readAt, 'r1', node, get('x'))),
      ]
    }),
    nemesis: rounds.flatMap(({ nemesis }) => nemesis),
    safetyMicros: lateCopiesEnd(rounds.length),
  }
}
