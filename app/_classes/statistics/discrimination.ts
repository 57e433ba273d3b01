/**
 * Whether an item tells those who know the rest from those who do not. An item is a question of a
 * quiz, or a check of a step; the rest are the other items of the same quiz or step.
 */
import { type Range, Z_95 } from './share.ts'

/** What one person got in an item, and on average in the others. Both are from 0 to 1. */
export interface ItemAndRest {
  readonly item: number
  readonly rest: number
}

/** With fewer people nothing is said: chance alone makes correlations of half a point then. */
export const PEOPLE_MIN = 20

export interface Discrimination {
  /** How item and rest go together, from −1 to 1. */
  readonly correlation: number
  /** Where the correlation lies, at 95 %. */
  readonly range: Range
  /** The share that has the item right among the 27 % who do best in the rest, and worst. */
  readonly upper: number
  readonly lower: number
}

/**
 * The item–rest correlation: the item itself is not in the rest, for it would go together with
 * itself (Henrysson 1963, “Correction of item-total correlations in item analysis”).
 * @returns undefined with too few people, or where item or rest is the same for everybody
 */
export function discriminationOf(people: readonly ItemAndRest[]): Discrimination | undefined {
  const { length } = people
  if (length < PEOPLE_MIN) return undefined
  const correlation = correlate(people)
  if (correlation === undefined) return undefined
  const { upper, lower } = outerGroups(people)
  return { correlation, range: correlationRange(correlation, length), upper, lower }
}

/** Pearson’s r; undefined where one of the two does not vary. */
export function correlate(people: readonly ItemAndRest[]): number | undefined {
  const mean = (of: (one: ItemAndRest) => number) =>
    people.reduce((sum, one) => sum + of(one), 0) / people.length
  const item = mean((one) => one.item)
  const rest = mean((one) => one.rest)
  const both = mean((one) => (one.item - item) * (one.rest - rest))
  const spread = Math.sqrt(
    mean((one) => (one.item - item) ** 2) * mean((one) => (one.rest - rest) ** 2),
  )
  // Sums of thirds and the like leave a remainder where nothing varies.
  return spread < 1e-9 ? undefined : Math.max(-1, Math.min(1, both / spread))
}

/** Fisher’s transformation (Fisher 1921): there the error is that of a normal distribution. */
function correlationRange(correlation: number, people: number): Range {
  if (Math.abs(correlation) >= 1) return { low: correlation, high: correlation }
  const half = Z_95 / Math.sqrt(people - 3)
  const z = Math.atanh(correlation)
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) }
}

/** The share of the class in each of the two outer groups (Kelley 1939). */
const OUTER_SHARE = 0.27

/**
 * What those with the best and the worst rest got in the item. Where people with equal rests stand on
 * both sides of a border, each counts for as much of the group as chance would give them: the
 * figures do not depend on the order in which people come.
 */
export function outerGroups(people: readonly ItemAndRest[]): {
  readonly upper: number
  readonly lower: number
} {
  const size = Math.max(1, Math.round(people.length * OUTER_SHARE))
  const rising = people.toSorted((a, b) => a.rest - b.rest)
  return { lower: meanOfFirst(rising, size), upper: meanOfFirst(rising.toReversed(), size) }
}

function meanOfFirst(sorted: readonly ItemAndRest[], size: number): number {
  const border = sorted[size - 1]?.rest
  const at = sorted.findIndex(({ rest }) => rest === border)
  const inside = sorted.slice(0, at)
  const tied = sorted.filter(({ rest }) => rest === border)
  const sum = (all: readonly ItemAndRest[]) => all.reduce((total, { item }) => total + item, 0)
  return (sum(inside) + ((size - inside.length) * sum(tied)) / tied.length) / size
}

/** Each person’s result in one item, beside the mean of their others; those without others are left out. */
export function itemAndRest(
  resultsByPerson: Iterable<ReadonlyMap<string, number>>,
  itemId: string,
): readonly ItemAndRest[] {
  const people: ItemAndRest[] = []
  for (const results of resultsByPerson) {
    const item = results.get(itemId)
    if (item === undefined || results.size < 2) continue
    let sum = 0
    for (const result of results.values()) sum += result
    people.push({ item, rest: (sum - item) / (results.size - 1) })
  }
  return people
}
