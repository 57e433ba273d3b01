/**
 * People at work on one text: bursts of typing, second thoughts, jumps to other places, pastes. A
 * session comes out of a seed; no two of its characters are equal, so that each says who typed it.
 */
import {
  type Claim,
  type ClientOperation,
  convergesWithin,
  editTakesEffect,
  type Json,
  type NodeId,
  nodeIds,
  oneListOrder,
  operationsStaySmall,
  Prng,
  showsWhatWasTyped,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ask, clientOf } from './scenarios.ts'

export const SESSION_CLAIMS: readonly Claim[] = [
  operationsStaySmall({ bytesMax: 200, perCharMax: 16 }),
  editTakesEffect(),
  oneListOrder(),
  showsWhatWasTyped({ at: 'end' }),
  convergesWithin({ withinMicros: 2 * SECOND, state: 'text' }),
]

/** Where the letters of each writer begin: Hangul, and two parts of the Chinese characters. */
const FIRST_LETTERS: readonly number[] = [0xac00, 0x4e00, 0x6e00]

interface Session {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  /** How many commands each writer gives. */
  readonly commands: number
  readonly gapMicrosMax: number
}

/** Everybody writes, most of the time where they wrote before. */
export function session(options: Session): readonly ClientOperation[] {
  const { seed, nodeCount, fromMicros, commands, gapMicrosMax } = options
  const all = nodeIds(nodeCount).flatMap((node, number) => {
    const writer = new Writer(new Prng(seed, `writer ${node}`), node, FIRST_LETTERS[number] ?? 0)
    const pace = new Prng(seed, `pace ${node}`)
    let at = fromMicros
    return Array.from({ length: commands }, () => {
      at += pace.between(MS, gapMicrosMax)
      return ask(node, at, writer.next())
    })
  })
  return all.sort((a, b) => a.at - b.at)
}

/** One person with a cursor, who does not know exactly how long the text is by now. */
class Writer {
  readonly #prng: Prng
  readonly #node: NodeId
  #letter: number
  #cursor = 0
  /** How long the text is, as far as this one has written it. */
  #length = 0
  #commands = 0

  constructor(prng: Prng, node: NodeId, firstLetter: number) {
    this.#prng = prng
    this.#node = node
    this.#letter = firstLetter
  }

  next(): Json {
    const id = `${clientOf(this.#node)}-${++this.#commands}`
    const deed = this.#prng.between(1, 100)
    if (deed <= 12) this.#cursor = this.#prng.between(0, 2 * this.#length)
    if (deed > 82 && this.#cursor > 0) return this.#erase(id, deed > 97 ? 30 : 4)
    return this.#type(id, deed > 12 && deed <= 15 ? this.#prng.between(40, 120) : this.#word())
  }

  #word(): number {
    return this.#prng.between(1, 9)
  }

  #type(id: string, length: number): Json {
    const letters = Array.from({ length }, (_, offset) => this.#letter + offset)
    this.#letter += length
    const index = this.#cursor
    this.#cursor += length
    this.#length += length
    return { id, op: 'insert', index, text: String.fromCharCode(...letters) }
  }

  /** What stands left of the cursor: backspaces, or a selection. */
  #erase(id: string, countMax: number): Json {
    const count = Math.min(this.#cursor, this.#prng.between(1, countMax))
    this.#cursor -= count
    this.#length = Math.max(0, this.#length - count)
    return { id, op: 'remove', index: this.#cursor, count }
  }
}
