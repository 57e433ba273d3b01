/** Where the numbers of points go on a map, so that none hides a point or another number. */

export interface MapPoint {
  readonly x: number
  readonly y: number
}

/** Half of the side of the square that a number needs. */
const HALF = 8
/** How far from its point a number may stand: near, farther, far. */
const DISTANCES = [13, 22, 32, 44] as const
/** Directions in eighths of a turn, from the right on; above and below come first. */
const EIGHTHS = [6, 2, 0, 4, 7, 5, 1, 3] as const

/** A place for the number of each point: the nearest that is free, or beside it where none is. */
export function placeLabels(points: readonly MapPoint[]): readonly MapPoint[] {
  const placed: MapPoint[] = []
  for (const point of points) {
    const candidates = DISTANCES.flatMap((distance) =>
      EIGHTHS.map((eighth) => ({
        x: point.x + distance * Math.cos((eighth * Math.PI) / 4),
        y: point.y + distance * Math.sin((eighth * Math.PI) / 4),
      })),
    )
    const isFree = (candidate: MapPoint) =>
      placed.every((other) => isApart(candidate, other, 2 * HALF)) &&
      points.every((other) => isApart(candidate, other, HALF))
    placed.push(candidates.find(isFree) ?? { x: point.x + DISTANCES[0], y: point.y })
  }
  return placed
}

function isApart(a: MapPoint, b: MapPoint, by: number): boolean {
  return Math.abs(a.x - b.x) >= by || Math.abs(a.y - b.y) >= by
}
