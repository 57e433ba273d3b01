/** Where lanes and times lie on the paper: left to right on wide screens, else downwards. */
import type { Drawing } from './drawing.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface LabelPoint extends Point {
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export interface Plane {
  readonly isHorizontal: boolean
  readonly width: number
  readonly height: number
  /** `lane` may lie between two lanes: 1.5. */
  point(lane: number, at: number): Point
  /** Both ends of a lane's line. */
  lane(lane: number): readonly [Point, Point]
  laneName(lane: number): Point
  timeName(at: number): Point
  /** The area between two lanes during a time. */
  band(lane: number, nextLane: number, from: number, to: number): Box
  bandLabel(lane: number, nextLane: number, from: number): LabelPoint
  /** A thick line on a lane during a time. */
  bar(lane: number, from: number, to: number): Box
  /** Places to try for the label of a bar, the best first. */
  barLabels(lane: number, from: number, to: number): readonly LabelPoint[]
  /** Places to try for the label of an arrow, the best first. */
  arrowLabels(from: Point, to: Point, direction: 'onward' | 'back'): readonly LabelPoint[]
  /** The middle of the box with what a node shows; `width` is that of the box. */
  holding(lane: number, at: number, width: number): Point
}

const BAR = 10
const ALONG = [0.5, 0.36, 0.64, 0.24, 0.76]

type Laid = Pick<Drawing, 'lanes' | 'nodeLanes' | 'untilMicros'>

/** Above the lane for clients above their nodes, so that arrows have the other side. */
function labelsAbove({ nodeLanes }: Laid, lane: number): boolean {
  return nodeLanes.includes(lane + 1) || !nodeLanes.includes(lane - 1)
}

/** Time runs to the right; the lanes lie below each other. */
export function horizontal(laid: Laid): Plane {
  const { lanes, untilMicros } = laid
  const left = Math.max(44, 16 + 8 * Math.max(...lanes.map((name) => name.length)))
  const [right, top, gap, width] = [12, 38, lanes.length > 5 ? 58 : 68, 640]
  const height = top + (lanes.length - 1) * gap + 58
  const x = (at: number) => left + (at / untilMicros) * (width - left - right)
  const y = (lane: number) => top + lane * gap
  return {
    isHorizontal: true,
    width,
    height,
    point: (lane, at) => ({ x: x(at), y: y(lane) }),
    lane: (lane) => [
      { x: left, y: y(lane) },
      { x: width - right, y: y(lane) },
    ],
    laneName: (lane) => ({ x: 4, y: y(lane) + 4.5 }),
    timeName: (at) => ({ x: x(at), y: height - 6 }),
    band: (lane, nextLane, from, to) => ({
      x: x(from),
      y: y(lane) + 16,
      width: x(to) - x(from),
      height: y(nextLane) - y(lane) - 32,
    }),
    bandLabel: (lane, nextLane, from) => ({
      x: x(from) - 5,
      y: (y(lane) + y(nextLane)) / 2 + 4,
      anchor: 'end',
    }),
    bar: (lane, from, to) => ({
      x: x(from),
      y: y(lane) - BAR / 2,
      width: x(to) - x(from),
      height: BAR,
    }),
    barLabels: (lane, from) => {
      const rows = labelsAbove(laid, lane) ? [-11, 22, -24, 35] : [22, -11, 35, -24]
      return rows.map((row) => ({ x: x(from), y: y(lane) + row, anchor: 'start' }))
    },
    arrowLabels: (from, to, direction) => {
      const isOnward = direction === 'onward'
      return ALONG.map((part) => ({
        x: from.x + (to.x - from.x) * part + (isOnward ? 9 : -9),
        y: from.y + (to.y - from.y) * part + 4,
        anchor: isOnward ? 'start' : 'end',
      }))
    },
    holding: (lane, at, boxWidth) => ({
      x: Math.min(x(at) + 3 + boxWidth / 2, width - boxWidth / 2),
      y: y(lane),
    }),
  }
}

/** Time runs downwards; the lanes stand beside each other. */
export function vertical(laid: Laid): Plane {
  const { lanes, untilMicros } = laid
  const [left, top, width, bottom] = [58, 30, 360, 16]
  const height = 620
  const gap = (width - left - 38) / Math.max(1, lanes.length - 1)
  const x = (lane: number) => left + lane * gap
  const y = (at: number) => top + (at / untilMicros) * (height - top - bottom)
  return {
    isHorizontal: false,
    width,
    height,
    point: (lane, at) => ({ x: x(lane), y: y(at) }),
    lane: (lane) => [
      { x: x(lane), y: top - 8 },
      { x: x(lane), y: height - bottom },
    ],
    laneName: (lane) => ({ x: x(lane), y: 14 }),
    timeName: (at) => ({ x: 0, y: y(at) + 4 }),
    band: (lane, nextLane, from, to) => ({
      x: x(lane) + 14,
      y: y(from),
      width: x(nextLane) - x(lane) - 28,
      height: y(to) - y(from),
    }),
    bandLabel: (lane, nextLane, from) => ({
      x: (x(lane) + x(nextLane)) / 2,
      y: y(from) - 6,
      anchor: 'middle',
    }),
    bar: (lane, from, to) => ({
      x: x(lane) - BAR / 2,
      y: y(from),
      width: BAR,
      height: y(to) - y(from),
    }),
    barLabels: (lane, from, to) => {
      const isLeft = lane < (lanes.length - 1) / 2
      const place = { x: x(lane) + (isLeft ? -16 : 30), anchor: isLeft ? 'start' : 'end' } as const
      return [y(to) + 20, y(from) - 8, (y(from) + y(to)) / 2, y(to) + 34].map((at) => ({
        ...place,
        y: at,
      }))
    },
    arrowLabels: (from, to) =>
      [-6, -16, 14].map((offset) => ({
        x: (from.x + to.x) / 2,
        y: Math.min(from.y, to.y) + offset,
        anchor: 'middle',
      })),
    holding: (lane, at) => ({ x: x(lane), y: y(at) + 12 }),
  }
}
