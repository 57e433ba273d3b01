/**
 * Where the operations of a history lie in the timeline: one lane for each process, a bar
 * from call to return. Time is warped so that different times are different places and every
 * label fits into its bar, as in Porcupine's visualisation; the order is kept, distances not.
 */
import { type Operation, present } from '#core'
import { barText } from './label.ts'

export interface Bar {
  readonly operation: Operation
  readonly lane: number
  readonly left: number
  /** Where it ends, or is hidden by what its process did next. */
  readonly right: number
  /** It never returned: it has no end. */
  readonly isOpen: boolean
  readonly text: string
}

export interface TimelineLayout {
  /** Names of the processes, in order of their first calls. */
  readonly lanes: readonly string[]
  readonly width: number
  /** By the id of the operation. */
  readonly bars: readonly Bar[]
  /** The bars of lanes `lanesFrom` to `lanesTo` that touch this range, from left to right. */
  within(window: TimelineWindow): readonly Bar[]
}

export interface TimelineWindow {
  readonly left: number
  readonly right: number
  readonly lanesFrom: number
  /** Included. */
  readonly lanesTo: number
}

/** Between two different times. */
const GAP = 12
const CHARACTER = 6.7
const TEXT_PADDING = 14
/** Before the first time and after the last. */
const PADDING = 16
/** Room for the open ends of what never returned. */
const OPEN_END = 90
/** Browsers do not draw boxes that are much wider. */
const WIDTH_MAX = 12_000_000

/** Lays the operations out; the work grows with n log n. */
export function layOut(operations: readonly Operation[]): TimelineLayout {
  const lanes = [...new Set(operations.map(({ process }) => process))]
  const laneOf = new Map(lanes.map((process, lane) => [process, lane]))
  const texts = operations.map(barText)
  const { placeOf, end } = warp(operations, texts)
  const scale = Math.min(1, WIDTH_MAX / end)
  const perLane: Bar[][] = lanes.map(() => [])
  // From the last to the first, so that the next call of each process is known.
  const nextCall = new Map<number, number>()
  const bars = operations.toReversed().map((operation) => {
    const lane = present(laneOf.get(operation.process), 'every process has a lane')
    const left = placeOf(operation.call) * scale
    const next = nextCall.get(lane) ?? end * scale
    const isOpen = operation.return === null
    const right = operation.return === null ? next : placeOf(operation.return) * scale
    nextCall.set(lane, left)
    const text = present(texts[operation.id], 'every operation has a label')
    const bar = { operation, lane, left, right, isOpen, text }
    perLane[lane]?.push(bar)
    return bar
  })
  bars.reverse()
  for (const lane of perLane) lane.reverse()
  return {
    lanes,
    width: end * scale,
    bars,
    within: (window) => within(perLane, window),
  }
}

/** Gives each time a place, going through them once in their order. */
function warp(
  operations: readonly Operation[],
  texts: readonly string[],
): { readonly placeOf: (time: number) => number; readonly end: number } {
  const returning = operations.filter(({ return: end }) => end !== null)
  returning.sort((a, b) => (a.return ?? 0) - (b.return ?? 0))
  const times = new Float64Array(operations.length + returning.length)
  operations.forEach(({ call }, index) => {
    times[index] = call
  })
  returning.forEach(({ return: end }, index) => {
    times[operations.length + index] = end ?? 0
  })
  times.sort()
  const places = new Map<number, number>()
  let place = PADDING
  let next = 0
  for (const time of times) {
    if (places.has(time)) continue
    if (places.size > 0) place += GAP
    for (let ended = returning[next]; ended?.return === time; ended = returning[next]) {
      const text = texts[ended.id] ?? ''
      const width = text.length * CHARACTER + TEXT_PADDING
      place = Math.max(place, (places.get(ended.call) ?? place) + width)
      next += 1
    }
    places.set(time, place)
  }
  const end = place + (returning.length < operations.length ? OPEN_END : 0) + PADDING
  return { placeOf: (time) => places.get(time) ?? PADDING, end }
}

function within(
  perLane: readonly (readonly Bar[])[],
  { left, right, lanesFrom, lanesTo }: TimelineWindow,
): readonly Bar[] {
  const found: Bar[] = []
  for (let lane = Math.max(0, lanesFrom); lane <= lanesTo; lane += 1) {
    const bars = perLane[lane]
    if (bars === undefined) break
    for (let index = firstEndingAfter(bars, left); index < bars.length; index += 1) {
      const bar = bars[index]
      if (bar === undefined || bar.left > right) break
      found.push(bar)
    }
  }
  return found
}

/** In a lane both ends grow: a process calls one after the other. */
function firstEndingAfter(bars: readonly Bar[], left: number): number {
  let low = 0
  let high = bars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bars[middle]?.right ?? 0) < left) low = middle + 1
    else high = middle
  }
  return low
}
