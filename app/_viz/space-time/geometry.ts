/** Sizes of the diagram in pixels, and where its lanes lie. */
import type { Axis, Lane, Layout } from './layout.ts'

/** Pixels from column to column at zoom 1. */
const COLUMN = 56
/** Pixels for a millisecond at zoom 1; a short run is stretched to about this width. */
const MILLISECOND_MIN = 0.25
const RUN_WIDTH = 900
/** Room before the first mark and, for its label, after the last. */
const PADDING = { left: 40, right: 110 }
/** The row of times above the lanes. */
export const AXIS_HEIGHT = 20
const LANE_HEIGHT: Readonly<Record<Lane['kind'], number>> = { network: 32, client: 40, node: 58 }
/** Distance of a lane's line from its upper edge. */
const LINE_OFFSET: Readonly<Record<Lane['kind'], number>> = { network: 16, client: 20, node: 22 }

export interface Geometry {
  readonly x: (position: number) => number
  readonly position: (x: number) => number
  /** Where the line of a lane is. */
  readonly y: (lane: number) => number
  readonly top: (lane: number) => number
  readonly laneHeight: (lane: number) => number
  readonly width: number
  readonly height: number
  /** Pixels from one column to the next on the order axis. */
  readonly scale: number
}

/** @param zoom 1 is the normal size */
export function geometryOf(layout: Layout, axis: Axis, zoom: number): Geometry {
  const scale = scaleOf(layout, axis) * zoom
  const tops: number[] = []
  let height = AXIS_HEIGHT
  for (const { kind } of layout.lanes) {
    tops.push(height)
    height += LANE_HEIGHT[kind]
  }
  const kindOf = (lane: number) => layout.lanes[lane]?.kind ?? 'node'
  const top = (lane: number) => tops[lane] ?? 0
  return {
    x: (position) => PADDING.left + position * scale,
    position: (x) => (x - PADDING.left) / scale,
    y: (lane) => top(lane) + LINE_OFFSET[kindOf(lane)],
    top,
    laneHeight: (lane) => LANE_HEIGHT[kindOf(lane)],
    width: PADDING.left + layout.length * scale + PADDING.right,
    height: height + 8,
    scale,
  }
}

function scaleOf({ length }: Layout, axis: Axis): number {
  return axis === 'order' ? COLUMN : Math.max(MILLISECOND_MIN, RUN_WIDTH / Math.max(1, length))
}
