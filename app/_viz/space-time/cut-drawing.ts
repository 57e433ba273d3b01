/** A rectangle drawn over lanes, as the cut that it asks for. Pure: pixels in, a cut out. */
import type { EventId, NodeId } from '#core'
import type { Geometry, Point } from './geometry.ts'
import { lowerBound } from './interval-index.ts'
import type { Layout } from './layout.ts'

/** The nodes to cut off from all others, and for how long. */
export interface DrawnCut {
  readonly lanes: readonly NodeId[]
  /** It begins right after this event and ends right after the other. */
  readonly fromEvent: EventId
  readonly toEvent: EventId
}

/** Shorter drags are clicks. */
const DRAG_MIN = 12

/**
 * The cut between two corners, in pixels of the drawing.
 *
 * @returns undefined for what is no cut: a click, no node at all, or every node
 */
export function cutBetween(
  layout: Layout,
  geometry: Geometry,
  { start, end }: { readonly start: Point; readonly end: Point },
): DrawnCut | undefined {
  const [a, b] = [start, end].map(({ x, y }) =>
    geometry.direction === 'right' ? { along: x, across: y } : { along: y, across: x },
  ) as [Place, Place]
  if (Math.abs(a.along - b.along) < DRAG_MIN) return undefined
  const [top, bottom] = [Math.min(a.across, b.across), Math.max(a.across, b.across)]
  const nodes = layout.lanes.filter(({ kind }) => kind === 'node')
  const lanes = layout.lanes.flatMap(({ kind, id }, lane) => {
    const line = geometry.line(lane)
    const isHit = line >= top && line <= bottom
    const isTouched = geometry.laneAt(top) === lane || geometry.laneAt(bottom) === lane
    return kind === 'node' && (isHit || isTouched) ? [id] : []
  })
  if (lanes.length === 0 || lanes.length === nodes.length) return undefined
  const from = eventAt(layout, geometry.position(Math.min(a.along, b.along)))
  const to = eventAt(layout, geometry.position(Math.max(a.along, b.along)))
  if (from === undefined || to === undefined) return undefined
  return { lanes, fromEvent: from, toEvent: to }
}

interface Place {
  readonly along: number
  readonly across: number
}

/** The last event at or before a position; the first one where there is none. */
function eventAt({ marks }: Layout, position: number): EventId | undefined {
  const positions = { length: marks.length, at: (index: number) => marks[index]?.position }
  const after = lowerBound(positions, position)
  return (marks[after]?.position === position ? marks[after] : marks[Math.max(0, after - 1)])?.event
}
