/**
 * Where the models of a map stand, and which arrows are drawn: a model stands below all that
 * imply it, and an arrow that follows from two others is left out.
 */

import type { LevelName } from '#content/schema/figure-history.ts'
import { LEVELS } from '#core'

export interface PlacedModel {
  readonly id: LevelName
  /** Per cent of the width and of the height, of its middle. */
  readonly x: number
  readonly y: number
}

export interface MapLayout {
  readonly rows: number
  readonly models: readonly PlacedModel[]
  /** From the stronger to the weaker. */
  readonly arrows: readonly { readonly from: LevelName; readonly to: LevelName }[]
}

/** Everything that a model implies, directly or not. */
export function impliedBy(id: LevelName): ReadonlySet<LevelName> {
  const found = new Set<LevelName>()
  const waiting: LevelName[] = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const weaker of LEVELS.find((level) => level.id === next)?.implies ?? []) {
      if (found.has(weaker)) continue
      found.add(weaker)
      waiting.push(weaker)
    }
  }
  return found
}

export function layOutMap(ids: readonly LevelName[]): MapLayout {
  const stronger = (id: LevelName) => ids.filter((other) => impliedBy(other).has(id))
  const rowOf = (id: LevelName): number =>
    Math.max(0, ...stronger(id).map((other) => rowOf(other) + 1))
  const rows = 1 + Math.max(...ids.map(rowOf))
  const inRow = Array.from({ length: rows }, (_, row) => ids.filter((id) => rowOf(id) === row))
  return {
    rows,
    models: inRow.flatMap((row, index) =>
      row.map((id, place) => ({
        id,
        x: (100 * (place + 0.5)) / row.length,
        y: (100 * (index + 0.5)) / rows,
      })),
    ),
    arrows: ids.flatMap((from) =>
      ids
        .filter((to) => impliedBy(from).has(to) && !isBetween(from, to, ids))
        .map((to) => ({ from, to })),
    ),
  }
}

function isBetween(from: LevelName, to: LevelName, ids: readonly LevelName[]): boolean {
  return ids.some((middle) => impliedBy(from).has(middle) && impliedBy(middle).has(to))
}
