/** Where lanes and times lie on the paper: left to right on wide screens, else downwards. */

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
  bar(lane: number, from: number, to: number): Box
  barLabel(lane: number, from: number, to: number): LabelPoint
  arrowLabel(from: Point, to: Point, direction: 'onward' | 'back'): LabelPoint
  /** The middle of the box with the value that a node holds. */
  holding(lane: number, at: number): Point
}

const BAR = 10

/** Time runs to the right; the lanes lie below each other. */
export function horizontal(untilMicros: number): Plane {
  const [left, right, top, gap] = [44, 12, 28, 68]
  const width = 640
  const height = top + 3 * gap + 52
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
    barLabel: (lane, from) => ({
      x: x(from),
      y: lane === 0 ? y(lane) - 11 : y(lane) + 22,
      anchor: 'start',
    }),
    arrowLabel: (from, to, direction) => {
      const isOnward = direction === 'onward'
      return {
        x: (from.x + to.x) / 2 + (isOnward ? 9 : -9),
        y: (from.y + to.y) / 2 + 4,
        anchor: isOnward ? 'start' : 'end',
      }
    },
    holding: (lane, at) => ({ x: x(at) + 14, y: y(lane) + (lane === 1 ? -16 : 16) }),
  }
}

/** Time runs downwards; the lanes stand beside each other. */
export function vertical(untilMicros: number): Plane {
  const [left, top, gap, bottom] = [58, 30, 88, 16]
  const width = left + 3 * gap + 38
  const height = 620
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
    barLabel: (lane, _from, to) => ({
      x: lane === 0 ? x(lane) - 16 : x(lane) + 30,
      y: y(to) + 20,
      anchor: lane === 0 ? 'start' : 'end',
    }),
    // Only messages between n1 and n2 have labels, so those stand in the middle.
    arrowLabel: (from, to) => ({
      x: (x(1) + x(2)) / 2,
      y: Math.min(from.y, to.y) - 6,
      anchor: 'middle',
    }),
    holding: (lane, at) => ({ x: x(lane) + (lane === 1 ? -16 : 16), y: y(at) + 12 }),
  }
}
