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
  const arrows = ids.flatMap((from) =>
    ids
      .filter((to) => impliedBy(from).has(to) && !isBetween(from, to, ids))
      .map((to) => ({ from, to })),
  )
  const models: PlacedModel[] = []
  for (let row = 0; row < rows; row += 1) {
    const here = ids.filter((id) => rowOf(id) === row)
    // Beneath those that imply it, so that few arrows cross.
    const above = (id: LevelName) =>
      meanOf(
        models
          .filter((model) => arrows.some(({ from, to }) => from === model.id && to === id))
          .map(({ x }) => x),
      )
    for (const [place, id] of here.toSorted((a, b) => above(a) - above(b)).entries()) {
      models.push({
        id,
        x: (100 * (place + 0.5)) / here.length,
        y: (100 * (row + 0.5)) / rows,
      })
    }
  }
  return { rows, models, arrows }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function isBetween(from: LevelName, to: LevelName, ids: readonly LevelName[]): boolean {
  return ids.some((middle) => impliedBy(from).has(middle) && impliedBy(middle).has(to))
}
