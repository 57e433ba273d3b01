/** Judges an order of events by what must come before what: several orders may be right. */
import type { OrderKey } from '../schema/compiled-question.ts'

/** The first pair, in the order that was given, that stands the wrong way round. */
export type OrderGrade =
  | { readonly isRight: true }
  | {
      readonly isRight: false
      /** The pair that must be the other way round: `first` belongs before `second`. */
      readonly wrongPair: { readonly first: string; readonly second: string; readonly why: string }
    }

/**
 * @param given ids of the items as they were put; each once
 * @throws RangeError when an item is missing, stands twice or is unknown
 */
export function gradeOrder(
  { order, before }: Pick<OrderKey, 'order' | 'before'>,
  given: readonly string[],
): OrderGrade {
  const places = new Map(given.map((id, place) => [id, place]))
  if (places.size !== given.length || !isSame(given, order)) {
    throw new RangeError(`An order must name each event once: ${order.join(', ')}.`)
  }
  const placeOf = (id: string) => places.get(id) ?? -1
  const wrong = before
    .filter(({ first, second }) => placeOf(first) > placeOf(second))
    // The one that a reader going from the top meets first.
    .toSorted(
      (a, b) => placeOf(a.second) - placeOf(b.second) || placeOf(a.first) - placeOf(b.first),
    )
  const [wrongPair] = wrong
  return wrongPair === undefined ? { isRight: true } : { isRight: false, wrongPair }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((id) => a.includes(id))
}
