/** Short stories for the registers: few requests, in an order that one fault can spoil. */
import { type ClientOperation, type NemesisStep, type NodeId, nodeIds, Prng } from '#core'
import { lateCopiesEnd, lateCopyRounds } from '../shared-scenarios/late-copies.ts'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { clientsOf, cutBetween, TIMEOUT_MICROS } from './register-scenarios.ts'
import { restartAt } from './scenarios.ts'

interface Story {
  readonly operations: readonly ClientOperation[]
  readonly nemesis: readonly NemesisStep[]
  readonly safetyMicros: number
}

function shuffledThree(seed: number, name: string): readonly [NodeId, NodeId, NodeId] {
  const [one = 'n1', two = 'n2', three = 'n3'] = new Prng(seed, name).shuffle(nodeIds(3))
  return [one, two, three]
}

function request(node: NodeId, at: number, timeoutMicros: number, value?: string): ClientOperation {
  const [client = node] = clientsOf(node)
  const body = value === undefined ? { op: 'read' } : { op: 'write', value }
  return { at, client, node, body, timeoutMicros }
}

/**
 * One node has heard of many writes from another whose clock is ahead. Its own client reads the
 * last of them; the node is cut off and restarts; the client writes once, and reads again and again
 * what it wrote.
 */
export function ownWords(seed: number, timeoutMicros: number): Story {
  const prng = new Prng(seed, 'own words')
  const [busy, quiet, third] = shuffledThree(seed, 'own words')
  const ahead = {
    kind: 'jump',
    target: { kind: 'node', node: busy },
    byMicros: prng.between(SECOND, 5 * SECOND),
  } as const
  const before = Array.from({ length: 5 }, (_, index) =>
    request(busy, (50 + 25 * index) * MS, timeoutMicros, `before-${index}`),
  )
  const wroteAt = prng.between(330, 420) * MS
  const reads = Array.from({ length: 12 }, (_, index) =>
    request(quiet, wroteAt + (10 + 35 * index) * MS, timeoutMicros),
  )
  return {
    operations: [
      ...before,
      request(quiet, 250 * MS, timeoutMicros),
      request(quiet, wroteAt, timeoutMicros, 'mine'),
      ...reads,
    ],
    nemesis: [
      { at: 10 * MS, fault: ahead },
      ...cutBetween([[quiet], [busy, third]], { at: 265 * MS, untilMicros: wroteAt + 60 * MS }),
      restartAt(quiet, 280 * MS),
    ],
    safetyMicros: SECOND,
  }
}

const ROUND_MICROS = 500 * MS
const ROUNDS = 6

/**
 * Two nodes cannot hear each other. One of them stores a value with the help of the third, which
 * restarts as soon as it has sent something; then the other one reads with that same help.
 */
export function storedAndLost(seed: number): Story {
  const prng = new Prng(seed, 'stored and lost')
  const [left, middle, right] = shuffledThree(seed, 'stored and lost')
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const at = 200 * MS + round * ROUND_MICROS
    const [writer, reader] = round % 2 === 0 ? [left, right] : [right, left]
    const crash = {
      kind: 'crash',
      target: { kind: 'node', node: middle },
      unsynced: 'lost',
      moment: { kind: 'after-send', containing: '{' },
      downMicros: prng.between(2, 10) * MS,
    } as const
    return {
      operations: [
        request(writer, at, TIMEOUT_MICROS, `stored-${round}`),
        request(reader, at + 150 * MS, TIMEOUT_MICROS),
        request(reader, at + 250 * MS, TIMEOUT_MICROS),
      ],
      // Some time while the writer asks, stores and hears.
      nemesis: [{ at: at + prng.between(2, 24) * MS, fault: crash }],
    }
  })
  const name = 'bridge'
  const safetyMicros = 200 * MS + ROUNDS * ROUND_MICROS
  return {
    operations: rounds.flatMap(({ operations }) => operations),
    nemesis: [
      { at: 150 * MS, fault: { kind: 'partition', groups: [[left], [right]], name } },
      ...rounds.flatMap(({ nemesis }) => nemesis),
      { at: safetyMicros, fault: { kind: 'heal', name } },
    ],
    safetyMicros,
  }
}

/** A client reads at one node after the other while the copies of a write are late. */
export function lateCopies(seed: number): Story {
  const writers = new Prng(seed, 'late copies').shuffle(nodeIds(5)).slice(0, 3)
  const rounds = lateCopyRounds({ seed, nodeCount: 5, writers, asksFirst: true })
  return {
    operations: rounds.flatMap(({ writer, readers, beforeAt, lateAt, readAt }, round) => {
      const [first = writer] = readers
      const [client = first] = clientsOf(first)
      return [
        request(writer, beforeAt, TIMEOUT_MICROS, `before-${round}`),
        request(writer, lateAt, TIMEOUT_MICROS, `late-${round}`),
        ...readers.map((node) => ({ ...request(node, readAt, TIMEOUT_MICROS), client })),
      ]
    }),
    nemesis: rounds.flatMap(({ nemesis }) => nemesis),
    safetyMicros: lateCopiesEnd(rounds.length),
  }
}
