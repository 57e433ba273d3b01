/**
 * What brute-force twins know of a small history: which timed-out writes may have happened,
 * which write each read may have returned, and the order within sessions. Everything is
 * found by trying, so that it owes nothing to the checkers.
 */
import type { History, Json, Operation } from '#core'

/** One way in which a history may have come about. */
export interface Possibility {
  readonly operations: readonly Operation[]
  /** For each operation, the index of the write that it returned; -1 for the initial value. */
  readonly source: readonly number[]
}

export const INITIAL = -1

export function isRead({ f }: Operation): boolean {
  return f === 'read'
}

export function same(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Each choice of timed-out writes that happened, with each choice of what reads returned. */
export function possibilities(history: History, initial: Json): Possibility[] {
  const certain = history.operations.filter(({ outcome }) => outcome === 'ok')
  const doubtful = history.operations.filter((each) => each.outcome === 'info' && !isRead(each))
  const result: Possibility[] = []
  for (let chosen = 0; chosen < 1 << doubtful.length; chosen++) {
    const happened = doubtful.filter((_, index) => (chosen >> index) % 2 === 1)
    const operations = [...certain, ...happened].sort((a, b) => a.id - b.id)
    const candidates = operations.map((each) => sourcesOf(each, operations, initial))
    for (const source of product(candidates)) result.push({ operations, source })
  }
  return result
}

function sourcesOf(
  operation: Operation,
  operations: readonly Operation[],
  initial: Json,
): readonly number[] {
  if (!isRead(operation)) return [INITIAL]
  const writes = operations.flatMap((each, index) =>
    !isRead(each) && each.key === operation.key && same(each.input, operation.output)
      ? [index]
      : [],
  )
  return same(operation.output, initial) ? [INITIAL, ...writes] : writes
}

function product(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>(
    (tuples, list) => tuples.flatMap((tuple) => list.map((item) => [...tuple, item])),
    [[]],
  )
}

/** Whether one operation comes before another in their session; a timed-out one before none. */
export function inSessionOrder(a: Operation, b: Operation): boolean {
  return a.process === b.process && a.id < b.id && a.outcome === 'ok'
}

/** A relation between operations by their indices. */
export type Relation = readonly (readonly boolean[])[]

export function relation(size: number, holds: (a: number, b: number) => boolean): boolean[][] {
  return Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => holds(a, b)))
}

/** The transitive closure (Warshall). */
export function closure(given: Relation): Relation {
  const result = given.map((row) => [...row])
  const size = result.length
  for (let via = 0; via < size; via++) {
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        if (result[a]?.[via] === true && result[via]?.[b] === true) (result[a] ?? [])[b] = true
      }
    }
  }
  return result
}

/**
 * Calls `place` along every order of `members` that respects `before`, depth first.
 * `place` gets the order so far and the next one, and says whether to go on that way.
 * @returns whether some order was completed
 */
export function someOrder(
  members: readonly number[],
  before: (a: number, b: number) => boolean,
  place: (placed: readonly number[], next: number) => boolean,
): boolean {
  const search = (placed: readonly number[], left: readonly number[]): boolean =>
    left.length === 0 ||
    left.some(
      (next) =>
        left.every((other) => other === next || !before(other, next)) &&
        place(placed, next) &&
        search(
          [...placed, next],
          left.filter((other) => other !== next),
        ),
    )
  return search([], members)
}
