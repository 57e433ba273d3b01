/**
 * Sizes of the diagram in pixels, and where its lanes lie. Time runs `right` where there is
 * room, else `down`: everything that draws speaks of `along` the time and `across` the lanes,
 * and only this file turns that into x and y.
 */
import type { Lane } from './lanes.ts'
import type { Layout } from './layout.ts'
import { type Axis, COLUMN } from './place-groups.ts'

export type Direction = 'right' | 'down'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** An area by its edges along and across. */
export interface Area {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
}

export interface Geometry {
  readonly direction: Direction
  /** Pixels along for a position of the layout, and back. */
  readonly along: (position: number) => number
  readonly position: (along: number) => number
  /** Pixels across: the line of a lane, its near edge and its size. */
  readonly line: (lane: number) => number
  readonly edge: (lane: number) => number
  readonly laneSize: (lane: number) => number
  /** The lane at these pixels across; -1 outside. */
  readonly laneAt: (across: number) => number
  readonly point: (along: number, across: number) => Point
  readonly box: (area: Area) => Box
  /** Of the whole drawing, in pixels. */
  readonly length: number
  readonly breadth: number
  /** Pixels for one unit of the axis. */
  readonly scale: number
}

export interface GeometryOptions {
  readonly axis: Axis
  readonly direction: Direction
  /** 1 is the normal size. */
  readonly zoom: number
  /** Pixels across that are there to be filled. */
  readonly room: number
}

/** Pixels for a millisecond at zoom 1; a short run is stretched to about this width. */
const MILLISECOND_MIN = 0.25
const RUN_LENGTH = 900
/** Where time runs down, words need no room along it. */
const ROW = 40
/** Browsers draw no longer boxes than this. */
const LENGTH_MAX = 8_000_000
/** Room before the first mark and, for its label, after the last. */
const PADDING = { right: { before: 40, after: 110 }, down: { before: 26, after: 60 } }
/** The strip of times beside the lanes. */
export const AXIS_SIZE: Readonly<Record<Direction, number>> = { right: 20, down: 44 }
/** A row of states, and its distance from the line of its lane. */
export const STATE_ROW = { size: 17, gap: 2, offset: 11 }
/** A cut on the network's lane. */
export const CUT_ROW = { size: 18, gap: 4 }
/** Lanes are spread where there is room, but not further than this. */
const STRETCH_MAX: Readonly<Record<Direction, number>> = { right: 1.7, down: 2.2 }

type LaneSizes = Readonly<Record<Lane['kind'], { readonly size: number; readonly line: number }>>

const SIZES: Readonly<Record<Direction, LaneSizes>> = {
  right: {
    network: { size: 32, line: 16 },
    client: { size: 44, line: 26 },
    node: { size: 60, line: 25 },
  },
  down: {
    network: { size: 30, line: 15 },
    client: { size: 38, line: 19 },
    node: { size: 46, line: 14 },
  },
}
/** Where there is little room across, lanes lie as close as their words allow. */
const COMPACT: LaneSizes = {
  network: { size: 24, line: 12 },
  client: { size: 36, line: 21 },
  node: { size: 51, line: 21 },
}

export function geometryOf(layout: Layout, options: GeometryOptions): Geometry {
  const { axis, direction, zoom } = options
  const scale = Math.min(scaleOf(layout, axis, direction) * zoom, LENGTH_MAX / layout.length)
  const { edges, sizes, lines, breadth } = lanesAcross(layout, options)
  const { before, after } = PADDING[direction]
  return {
    direction,
    scale,
    along: (position) => before + position * scale,
    position: (along) => (along - before) / scale,
    line: (lane) => lines[lane] ?? 0,
    edge: (lane) => edges[lane] ?? 0,
    laneSize: (lane) => sizes[lane] ?? 0,
    laneAt: (across) =>
      edges.findIndex((edge, lane) => across >= edge && across < edge + (sizes[lane] ?? 0)),
    point: (along, across) =>
      direction === 'right' ? { x: along, y: across } : { x: across, y: along },
    box: ({ from, to, top, bottom }) =>
      direction === 'right'
        ? { x: from, y: top, width: Math.max(0, to - from), height: bottom - top }
        : { x: top, y: from, width: bottom - top, height: Math.max(0, to - from) },
    length: before + layout.length * scale + after,
    breadth,
  }
}

/** The zoom at which positions `from` to `to` fill so many pixels. */
export function zoomFor(
  layout: Layout,
  { axis, direction }: Pick<GeometryOptions, 'axis' | 'direction'>,
  { from, to, pixels }: { readonly from: number; readonly to: number; readonly pixels: number },
): number {
  const wanted = pixels / Math.max(to - from, Number.EPSILON)
  return wanted / scaleOf(layout, axis, direction)
}

function scaleOf({ length }: Layout, axis: Axis, direction: Direction): number {
  if (axis === 'clock') return Math.max(MILLISECOND_MIN, RUN_LENGTH / Math.max(1, length))
  return direction === 'right' ? COLUMN : ROW
}

function lanesAcross(layout: Layout, { direction, room }: GeometryOptions) {
  const basesOf = (set: LaneSizes) =>
    layout.lanes.map(({ kind }) => set[kind].size + extraOf(kind, layout))
  const totalOf = (bases: readonly number[]) =>
    bases.reduce((sum, size) => sum + size, AXIS_SIZE[direction])
  const isTight = direction === 'right' && room < totalOf(basesOf(SIZES.right))
  const chosen = isTight ? COMPACT : SIZES[direction]
  const base = basesOf(chosen)
  const total = totalOf(base)
  const fixed = AXIS_SIZE[direction] + (base[0] ?? 0)
  // The network's lane stays as it is; the others share what is left.
  const stretch = Math.min(
    STRETCH_MAX[direction],
    Math.max(1, (room - fixed - 1) / Math.max(1, total - fixed)),
  )
  const edges: number[] = []
  const sizes: number[] = []
  const lines: number[] = []
  let across = AXIS_SIZE[direction]
  for (const [lane, { kind }] of layout.lanes.entries()) {
    const size = Math.floor((base[lane] ?? 0) * (kind === 'network' ? 1 : stretch))
    edges.push(across)
    sizes.push(size)
    lines.push(across + chosen[kind].line + Math.floor((size - (base[lane] ?? 0)) / 2))
    across += size
  }
  return { edges, sizes, lines, breadth: across }
}

/** What pinned fields and cuts at the same time need beside the usual. */
function extraOf(kind: Lane['kind'], { stateRows, cutRows }: Layout): number {
  if (kind === 'client') return 0
  if (kind === 'network') return (cutRows - 1) * (CUT_ROW.size + CUT_ROW.gap)
  return (stateRows - 1) * (STATE_ROW.size + STATE_ROW.gap)
}
