/** Small histories written by hand, for figures: what clients asked for, when, what came back. */
import type { Json, LEVELS } from '#core'

/** A level of consistency that core has a checker for. */
export type LevelName = (typeof LEVELS)[number]['id']

/** One operation. Times are whole numbers, read as milliseconds where a level asks for ages. */
export interface FigureOperation {
  readonly client: string
  /**
   * `read`, `write`, or another operation of the object; `txn` for a transaction, whose `output`
   * lists what it did: `[['r', 'x', 1], ['w', 'y', 2]]`, or `append`.
   */
  readonly f: string
  /** Left out when there is one object. */
  readonly key?: string
  /** What was asked: the value to write. */
  readonly input?: Json
  /** What came back: the value that was read. */
  readonly output?: Json
  readonly from: number
  /** Left out: nobody ever heard what came of it. */
  readonly to?: number
  /** `ok` when it has an end, else `info`. */
  readonly outcome?: 'ok' | 'fail' | 'info'
}

export interface FigureHistory {
  readonly id: string
  readonly name: string
  /** Id of a model of core (`register`, `kv`, `queue`, …) or `transactions`. */
  readonly object: string
  /** What it holds before anybody wrote; null is nothing. */
  readonly initial: Json
  readonly operations: readonly FigureOperation[]
  /**
   * What the checkers say, by level: of `LevelName`, or of isolation for transactions. The first
   * is the one that the reader is asked about.
   */
  readonly expected: Readonly<Record<string, 'pass' | 'fail'>>
  /** How far behind a read may be, for the level `bounded-staleness`. */
  readonly staleness?: { readonly versionsMax?: number; readonly ageMsMax?: number }
  /** How long after the last write reads must agree, for the level `eventual`. */
  readonly quietMs?: number
  /** Why, in a sentence or two, after the reader has answered. */
  readonly why: string
}
