/**
 * Finds places for the texts of a drawing, so that none covers another. A message whose label
 * fits nowhere goes without: the table of events has it.
 */
import type { Drawing } from './drawing.ts'
import type { LabelPoint, Plane, Point } from './plane.ts'

export interface PlacedLabels {
  /** By index of the bar. */
  readonly bars: readonly LabelPoint[]
  /** By index of the arrow; undefined: no room, or nothing to say. */
  readonly arrows: readonly (LabelPoint | undefined)[]
  /** Of the boxes with what nodes show, by index. */
  readonly holdings: readonly (Point & { readonly width: number })[]
}

interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const CHARACTER = { bar: 6.9, arrow: 5.9, holding: 7 } as const

export function placeLabels(drawing: Drawing, plane: Plane): PlacedLabels {
  const taken: Area[] = []
  const holdings = drawing.holdings.map(({ lane, at, text }) => {
    const width = Math.max(24, text.length * CHARACTER.holding + 10)
    const middle = plane.holding(lane, at, width)
    taken.push(around(middle, width, 18))
    return { ...middle, width }
  })
  for (const { lane, nextLane, from, label } of drawing.cuts) {
    taken.push(areaOf(plane.bandLabel(lane, nextLane, from), label, CHARACTER.bar))
  }
  const bars = drawing.bars.map(({ lane, from, to, label }) => {
    const places = plane.barLabels(lane, from, to).map((place) => within(place, label, plane))
    const found = firstFree(places, label, CHARACTER.bar, taken) ?? places[0]
    const place = found ?? { x: 0, y: 0, anchor: 'start' as const }
    taken.push(areaOf(place, label, CHARACTER.bar))
    return place
  })
  const arrows = drawing.arrows.map(({ from, to, sentAt, endsAt, label, kind }) => {
    if (label === '') return undefined
    const start = plane.point(from, sentAt)
    const end = plane.point(kind === 'lost' ? (from + to) / 2 : to, endsAt)
    const places = plane.arrowLabels(start, end, to > from ? 'onward' : 'back')
    const found = firstFree(places, label, CHARACTER.arrow, taken)
    if (found !== undefined) taken.push(areaOf(found, label, CHARACTER.arrow))
    return found
  })
  return { bars, arrows, holdings }
}

/** Moved to the left as far as it must be to end on the paper. */
function within(place: LabelPoint, text: string, plane: Plane): LabelPoint {
  if (place.anchor !== 'start') return place
  const over = place.x + text.length * CHARACTER.bar - plane.width
  return over > 0 ? { ...place, x: Math.max(0, place.x - over) } : place
}

function firstFree(
  places: readonly LabelPoint[],
  text: string,
  character: number,
  taken: readonly Area[],
): LabelPoint | undefined {
  return places.find((place) => {
    const area = areaOf(place, text, character)
    return !taken.some((other) => overlaps(area, other))
  })
}

function areaOf({ x, y, anchor }: LabelPoint, text: string, character: number): Area {
  const width = text.length * character
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 10, bottom: y + 3 }
}

function around({ x, y }: Point, width: number, height: number): Area {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
