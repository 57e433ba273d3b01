/** The small histories that tell the models of the map apart; each serves several of them. */
import { read, write } from '../../figures/small-history.ts'
import type { FigureHistory, FigureOperation } from '../../schema/figure-history.ts'

/** A history on keys that hold 0 at first. */
export function history(
  id: string,
  name: string,
  expected: FigureHistory['expected'],
  why: string,
  operations: readonly FigureOperation[],
): FigureHistory {
  return { id, name, object: 'kv', initial: 0, operations, expected, why }
}

export const STALE = [write('c1', 'x', 1, [0, 2]), read('c2', 'x', 0, [4, 6])]

export const BOTH_MISS = [
  write('c1', 'x', 1, [0, 2]),
  write('c2', 'y', 1, [1, 3]),
  read('c1', 'y', 0, [4, 6]),
  read('c2', 'x', 0, [5, 7]),
]

export const OPPOSITE = [
  write('c1', 'x', 1, [0, 2]),
  write('c2', 'x', 2, [1, 3]),
  read('c3', 'x', 1, [4, 6]),
  read('c4', 'x', 2, [5, 7]),
  read('c3', 'x', 2, [8, 10]),
  read('c4', 'x', 1, [9, 11]),
]

export const REPLY_ALONE = [
  write('c1', 'x', 1, [0, 2]),
  read('c2', 'x', 1, [3, 5]),
  write('c2', 'y', 1, [6, 8]),
  read('c3', 'y', 1, [9, 11]),
  read('c3', 'x', 0, [12, 14]),
]

export const TO_AND_FRO = [
  write('c1', 'x', 1, [0, 2]),
  write('c2', 'x', 2, [1, 3]),
  read('c3', 'x', 1, [4, 6]),
  read('c3', 'x', 2, [7, 9]),
  read('c3', 'x', 1, [10, 12]),
]

export const SECOND_ALONE = [
  write('c1', 'x', 1, [0, 2]),
  write('c1', 'y', 1, [3, 5]),
  read('c2', 'y', 1, [6, 8]),
  read('c2', 'x', 0, [9, 11]),
]

export const OWN_MISSED = [write('c1', 'x', 1, [0, 2]), read('c1', 'x', 0, [3, 5])]

export const WENT_BACK = [
  write('c1', 'x', 1, [0, 2]),
  read('c2', 'x', 1, [3, 5]),
  read('c2', 'x', 0, [6, 8]),
]
