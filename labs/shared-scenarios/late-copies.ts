/** The network in which a read shows whether it waits for what it hands on. */
import { type NemesisStep, type NodeId, nodeIds, Prng } from '#core'
import { MS } from './units.ts'

export interface LateCopyOptions {
  readonly seed: number
  readonly nodeCount: number
  /** Who writes in each round. */
  readonly writers: readonly NodeId[]
  /** Whether a writer asks the others before it sends its copy. */
  readonly asksFirst: boolean
}

/** The moments of a round, in virtual microseconds. */
export interface LateCopyRound {
  readonly writer: NodeId
  /** Who reads, one after the other, without losing time. */
  readonly readers: readonly NodeId[]
  /** Of a write that all hear of. */
  readonly beforeAt: number
  /** Of the write whose copies are late. */
  readonly lateAt: number
  readonly readAt: number
  readonly nemesis: readonly NemesisStep[]
}

const FIRST_MICROS = 150 * MS
const ROUND_MICROS = 700 * MS
const SLOW_MICROS = 400 * MS

/** How long what the writer sends is under way, but to the first reader. */
const FROM_WRITER = { delayMicrosMin: 150 * MS, delayMicrosMax: 160 * MS }
/** The same for what the first reader sends: later than the second reader’s whole read. */
const FROM_FIRST_READER = { delayMicrosMin: 60 * MS, delayMicrosMax: 70 * MS }

/**
 * In each round a write has reached its writer and the first reader, and what these two send is
 * slow. The second reader asks when the first one has its answer, and hears the nodes that know
 * nothing yet.
 */
export function lateCopyRounds(options: LateCopyOptions): readonly LateCopyRound[] {
  const { seed, nodeCount, writers, asksFirst } = options
  return writers.map((writer, round) => {
    const at = FIRST_MICROS + round * ROUND_MICROS
    const others = new Prng(seed, `late copies ${round}`)
      .shuffle(nodeIds(nodeCount))
      .filter((node) => node !== writer)
    const [first = writer, second = writer, ...rest] = others
    const slow = [
      { from: [writer], to: [second, ...rest], delays: FROM_WRITER },
      { from: [first], to: [second, ...rest], delays: FROM_FIRST_READER },
    ]
    return {
      writer,
      readers: [first, second, second],
      beforeAt: at - 100 * MS,
      lateAt: at + MS,
      readAt: at + 25 * MS + (asksFirst ? FROM_WRITER.delayMicrosMax : 0),
      nemesis: slow.flatMap(({ from, to, delays }): readonly NemesisStep[] => {
        const weather = { ...delays, lossPermille: 0, duplicatePermille: 0 }
        return [
          { at, fault: { kind: 'degrade', from, to, weather } },
          { at: at + SLOW_MICROS, fault: { kind: 'restore', from, to } },
        ]
      }),
    }
  })
}

/** When so many rounds are over. */
export function lateCopiesEnd(rounds: number): number {
  return FIRST_MICROS + rounds * ROUND_MICROS
}
