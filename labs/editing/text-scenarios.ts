/** What the steps about text are tried in: people who type, each with an alphabet of their own. */
import {
  type Claim,
  type ClientOperation,
  convergesWithin,
  editTakesEffect,
  type Json,
  type NodeId,
  nodeIds,
  oneListOrder,
  Prng,
  showsWhatWasTyped,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ask, clientOf, moments } from './scenarios.ts'

/** The most telling first. */
export const TEXT_CLAIMS: readonly Claim[] = [
  editTakesEffect(),
  showsWhatWasTyped(),
  oneListOrder(),
]

/** All copies are equal so long after the last edit in a healed network. */
export const TEXT_CONVERGES: Claim = convergesWithin({ withinMicros: 2 * SECOND, state: 'text' })

/** No two writers share a letter, and none types one twice, so that each says who typed it. */
const ALPHABETS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'бвгджзийлпфцчшщъыэюя',
  '0123456789',
]

/** Writes commands: each character once, and each command with an id of its own. */
class Writer {
  readonly node: NodeId
  readonly #letters: string[]
  readonly #start: string
  #count = 0

  constructor(node: NodeId, number: number, start: string) {
    this.node = node
    this.#letters = Array.from(ALPHABETS[number] ?? '')
    this.#start = start
  }

  /** A command for the next letter; undefined when all are used up. */
  insert(index: number): Json | undefined {
    const char = this.#letters.shift()
    return char === undefined ? undefined : { id: this.#id(), op: 'insert', index, char }
  }

  remove(index: number): Json {
    return { id: this.#id(), op: 'remove', index }
  }

  #id(): string {
    return `${clientOf(this.node)}-${this.#start}${++this.#count}`
  }
}

interface Editing {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
  readonly gapMicrosMax: number
}

/** Everybody inserts and removes at random places of a short text. */
export function editing(options: Editing): readonly ClientOperation[] {
  const prng = new Prng(options.seed, 'editing')
  return nodeIds(options.nodeCount).flatMap((node, number) => {
    const writer = new Writer(node, number, '')
    let length = 0
    return moments(prng, options).flatMap((at) => {
      const isErasing = length > 0 && prng.chance(250)
      length += isErasing ? -1 : 1
      const index = prng.between(0, Math.max(0, length) + 2)
      const body = isErasing ? writer.remove(index) : writer.insert(index)
      return body === undefined ? [] : [ask(node, at, body)]
    })
  })
}

interface Typing {
  readonly seed: number
  readonly nodeCount: number
  /** When the first types a text that everybody starts from. */
  readonly baseMicros: number
  /** When everybody begins to type a run, cut off from the others. */
  readonly fromMicros: number
  readonly runLength: number
  /** How many of a hundred letters are put in front of the one before. */
  readonly backwardPercent: number
  /** After how many letters a writer takes one back, if ever. */
  readonly erasesAfter?: number
}

const BASE_LENGTH = 3

/**
 * The first writes a few letters; later everybody types a run into them, letter by letter, forwards
 * or backwards, most often at the same place.
 */
export function typingRuns(options: Typing): readonly ClientOperation[] {
  const { seed, nodeCount, baseMicros, fromMicros, runLength, erasesAfter } = options
  const prng = new Prng(seed, 'typing')
  const writers = nodeIds(nodeCount).map((node, number) => new Writer(node, number, ''))
  const [first] = writers
  const base = Array.from({ length: BASE_LENGTH }, (_, index) => first?.insert(index))
  const place = prng.between(0, BASE_LENGTH)
  const typed = writers.flatMap((writer) => {
    const isBackward = prng.between(1, 100) <= options.backwardPercent
    const start = prng.chance(750) ? place : prng.between(0, BASE_LENGTH)
    return Array.from({ length: runLength }, (_, count) => {
      const at = fromMicros + count * 40 * MS + prng.between(0, 30 * MS)
      const isErasing = erasesAfter !== undefined && count % (erasesAfter + 1) === erasesAfter
      // How many letters of the run are there by now.
      const gone = erasesAfter === undefined ? 0 : Math.floor(count / (erasesAfter + 1))
      const shown = count - 2 * gone
      const cursor = isBackward ? start : start + shown
      if (isErasing) return ask(writer.node, at, writer.remove(isBackward ? start : cursor - 1))
      const body = writer.insert(cursor)
      return body === undefined ? undefined : ask(writer.node, at, body)
    })
  })
  const atStart = base.map((body, count) =>
    body === undefined || first === undefined
      ? undefined
      : ask(first.node, baseMicros + count * 20 * MS, body),
  )
  return [...atStart, ...typed].filter((operation) => operation !== undefined)
}
