/**
 * Keeps a window of a very long run quick: where marks or arrows would lie on one another,
 * one stands for all. Zoom in, and every one of them is there.
 */
import type { Geometry } from './geometry.ts'
import type { LayoutWindow } from './layout.ts'
import type { Arrow } from './place-arrows.ts'
import type { Mark } from './place-groups.ts'
import type { PixelWindow } from './use-camera.ts'

/** About so many marks and arrows are drawn at most: the page must stay quick. */
const DRAWN_MAX = 800
const GAP_MIN = 3
/** More than any lane has pixels, and than there are lanes. */
const LANES_MAX = 1_024
const PLACES_MAX = 1_048_576

export interface Thinned extends LayoutWindow {
  /** Marks and arrows that are not drawn. */
  readonly leftOut: number
}

export interface ThinOptions {
  readonly geometry: Geometry
  /** The part that is drawn, in pixels. */
  readonly window: PixelWindow
  /** Steps that are never left out. */
  readonly keeps: ReadonlySet<number>
}

/** One pass over what is in the window. */
export function thin(seen: LayoutWindow, { geometry, window, keeps }: ThinOptions): Thinned {
  if (seen.marks.length <= DRAWN_MAX && seen.arrows.length <= DRAWN_MAX) {
    return { ...seen, leftOut: 0 }
  }
  // So wide that one mark for each gap and lane is no more than we draw.
  const lanes = new Set(seen.marks.map(({ lane }) => lane)).size
  const gap = Math.max(GAP_MIN, ((window.to - window.from) * lanes) / DRAWN_MAX)
  const marks = thinMarks(seen.marks, geometry, { gap, keeps })
  const arrows = thinArrows(seen.arrows, geometry, gap)
  const drawn = marks.length + arrows.length
  return { ...seen, marks, arrows, leftOut: seen.marks.length + seen.arrows.length - drawn }
}

function thinMarks(
  marks: readonly Mark[],
  geometry: Geometry,
  { gap, keeps }: { readonly gap: number; readonly keeps: ReadonlySet<number> },
): readonly Mark[] {
  const latest = new Map<number, number>()
  return marks.filter(({ step, lane, position }) => {
    const along = geometry.along(position)
    if (keeps.has(step)) return true
    if (along < (latest.get(lane) ?? Number.NEGATIVE_INFINITY) + gap) return false
    latest.set(lane, along)
    return true
  })
}

/** Of the arrows that begin and end at the same places, one; then every so many of the rest. */
function thinArrows(arrows: readonly Arrow[], geometry: Geometry, gap: number): readonly Arrow[] {
  const taken = new Set<number>()
  const kept = arrows.filter(({ fromLane, toLane, from, to }) => {
    const start = Math.floor(geometry.along(from) / gap) % PLACES_MAX
    const length = Math.floor(geometry.along(to) / gap) - Math.floor(geometry.along(from) / gap)
    const way = (fromLane % LANES_MAX) * LANES_MAX + (toLane % LANES_MAX)
    // Four lengths are told apart; whatever is longer counts as one.
    const key = (way * 4 + Math.min(3, length)) * PLACES_MAX + start
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
  const every = Math.ceil(kept.length / DRAWN_MAX)
  return every <= 1 ? kept : kept.filter((_, index) => index % every === 0)
}
